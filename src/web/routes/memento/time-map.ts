import type { RequestHandler } from "express";
import { httpDate } from "../../../formats/http-date.ts";
import type { Site } from "../../../pages/site.ts";
import type { Statement } from "../../../statements/statement.ts";
import type { Store } from "../../../store/store.ts";
import type { Format } from "../../address-ending.ts";
import { linkFormat, type WebLink } from "../../link-header.ts";
import { openToAll } from "../../show.ts";
import { allMementos, LINK_FORMAT, mementos, originalLinks } from "./memento-links.ts";
import { readOriginal } from "./read-original.ts";

/** `/timemap/s/<id>`: every wording that can be read, with its instant (RFC 7089, 5). */
export function timeMapRoute(store: Store, site: Site): RequestHandler {
  return async (request, response) => {
    openToAll(response);
    const { present, format } = await readOriginal(store, request);
    response.set({ "Content-Type": LINK_FORMAT, "Cache-Control": "no-cache" });
    response.send(Buffer.from(linkFormat(timeMap(site, present, format))));
  };
}

function timeMap(site: Site, present: Statement, format: Format): WebLink[] {
  const instants = mementos(present).map(({ seenAt }) => httpDate(seenAt));
  const span = { from: instants[0] as string, until: instants.at(-1) as string };
  const original = originalLinks(site, present, format).map((link) =>
    link.rel === "timemap" ? { ...link, rel: "self", ...span } : link,
  );
  return [...original, ...allMementos(site, present, format)];
}
