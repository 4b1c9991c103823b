import type { RequestHandler } from "express";
import { contentType } from "../../data-formats.ts";
import { logCheckpoint } from "../../formats/log-checkpoint.ts";
import { entryBytes } from "../../log/log-entry.ts";
import {
  entryBundle,
  hashesOfLevel,
  parseTileAddress,
  TILE_WIDTH,
  type Tile,
} from "../../log/tiles.ts";
import type { Site } from "../../pages/site.ts";
import type { Store } from "../../store/store.ts";
import { chosenEncoding } from "../answers/accept-encoding.ts";
import { encoded } from "../answers/encode.ts";
import { inOneState } from "../one-state.ts";
import { notFound } from "../page-problem.ts";
import { readQuery } from "../read-query.ts";
import { openToAll } from "../show.ts";

/** What a full tile holds never changes; one that is not full is replaced by a wider one. Of the sample's log nothing is kept. */
const FOR_EVER = "public, max-age=31536000, immutable";
const FOR_A_DAY = "public, max-age=86400, immutable";
const ASKED_AGAIN = "no-cache";

/** `/log/checkpoint` (c2sp.org/tlog-tiles). */
export function checkpointRoute(store: Store, site: Site): RequestHandler {
  return async (request, response) => {
    readQuery(request.url, []);
    const checkpoint = await inOneState(store, async (summary) =>
      logCheckpoint(site, summary, await store.logHead()),
    );
    openToAll(response);
    response.set({ "Content-Type": contentType("txt"), "Cache-Control": ASKED_AGAIN });
    response.send(checkpoint);
  };
}

/** `/log/tile/<L>/<N>[.p/<W>]` and `/log/tile/entries/<N>[.p/<W>]` (c2sp.org/tlog-tiles). */
export function tileRoute(store: Store): RequestHandler<{ tile: string[] }> {
  return async (request, response) => {
    readQuery(request.url, []);
    const tile = parseTileAddress(request.params.tile.join("/"));
    const { sample } = await store.summary();
    const bytes = tile && (await readTile(store, tile));
    if (!tile || !bytes) throw notFound("There is no such tile", "The log has none of that name.");
    openToAll(response);
    const kept = tile.width === TILE_WIDTH ? FOR_EVER : FOR_A_DAY;
    response.set({
      "Content-Type": "application/octet-stream",
      "Cache-Control": sample ? ASKED_AGAIN : kept,
    });
    if (tile.level !== "entries") return void response.send(bytes);
    const encoding = chosenEncoding(request.get("Accept-Encoding") ?? null);
    const shorter = await encoded(bytes, encoding);
    response.vary("Accept-Encoding");
    if (shorter) response.set("Content-Encoding", encoding);
    response.send(shorter ?? bytes);
  };
}

/** `null` where the log has not grown so far. */
async function readTile(store: Store, { level, number, width }: Tile): Promise<Buffer | null> {
  const { size } = await store.logHead();
  const from = number * TILE_WIDTH;
  const to = from + width;
  if (to > hashesOfLevel(size, level === "entries" ? 0 : level)) return null;
  if (level !== "entries") return Buffer.concat(await store.logHashes(level, from, to));
  return entryBundle((await store.logEntries(from, to)).map(entryBytes));
}
