import type { RequestHandler, Response } from "express";
import type { Download } from "../../downloads/download.ts";
import type { Downloads, Offer } from "../../downloads/downloads.ts";
import { downloadPage } from "../../pages/download-page.ts";
import type { Site } from "../../pages/site.ts";
import { DOWNLOAD } from "../../permalinks.ts";
import type { Store } from "../../store/store.ts";
import type { RenderPage } from "../load-views.ts";
import { notFound, PageProblem } from "../page-problem.ts";
import { readQuery } from "../read-query.ts";
import { HTML_TYPE, OPEN_TO_ALL } from "../show.ts";

/** A reader who takes nothing for so long, in milliseconds, is given up. */
const STALLED_AFTER = 30_000;

/** When to ask again for what is being made, in seconds. */
const RETRY_AFTER = "10";

const TYPES: Record<string, string> = {
  "archive.jsonl": "application/jsonl; charset=utf-8",
  "archive.sqlite": "application/vnd.sqlite3",
  "log.jsonl": "application/jsonl; charset=utf-8",
};

/** What no answer without the file has. */
const OF_THE_FILE = ["Content-Disposition", "Content-Type", "ETag", "Repr-Digest"];

/** What can be downloaded. 202 while the first files are being made. */
export function downloadRoute(
  store: Store,
  site: Site,
  renderPage: RenderPage,
  downloads: Downloads,
): RequestHandler {
  return async (request, response) => {
    readQuery(request.url, []);
    const summary = await store.summary();
    const offer = await downloads.offer(store, summary);
    if (offer.making && !offer.whole) response.status(202).set("Retry-After", RETRY_AFTER);
    const page = downloadPage(site, { summary, ...offer });
    response.set({ "Content-Type": HTML_TYPE, "Cache-Control": "no-store" });
    response.send(renderPage("download", page));
  };
}

/** One of the files, or the sum of one. */
export function downloadFileRoute(
  store: Store,
  downloads: Downloads,
): RequestHandler<{ name: string }> {
  return async (request, response, next) => {
    readQuery(request.url, []);
    const { name } = request.params;
    const [, file = "", sum] =
      /^(archive\.(?:jsonl|sqlite)|log\.jsonl)(\.sha256)?$/.exec(name) ?? [];
    if (file === "") throw notFound("There is no such file", "It is not among the downloads.");
    const offer = await downloads.offer(store, await store.summary());
    if (!offer.whole) throw notYet(offer);
    response.set(headersOf(offer.whole, file, sum !== undefined));
    response.setTimeout(STALLED_AFTER, () => response.destroy());
    send(response, offer.whole.folder, name, next);
  };
}

/** The sum of a file is its strong tag, too, so that a download broken off goes on only in the same file. */
function headersOf({ files }: Download, name: string, ofSum: boolean): Record<string, string> {
  const sha256 = files.find((file) => file.name === name)?.sha256 ?? "";
  const headers = { ...OPEN_TO_ALL, "Cache-Control": "no-cache" };
  if (ofSum) return { ...headers, "Content-Type": "text/plain; charset=utf-8" };
  return {
    ...headers,
    "Content-Type": TYPES[name] ?? "",
    "Content-Disposition": `attachment; filename="${name}"`,
    ETag: `"${sha256}"`,
    // RFC 9530, 3: of the whole file, also where a part of it is sent.
    "Repr-Digest": `sha-256=:${Buffer.from(sha256, "hex").toString("base64")}:`,
  };
}

/** What express tells of a file that it did not send. */
type SendError = Error & { code?: string; status?: number; headers?: Record<string, string> };

function send(
  response: Response,
  root: string,
  name: string,
  next: (error?: unknown) => void,
): void {
  response.sendFile(name, { root, cacheControl: false }, (error?: SendError) => {
    if (!error || response.headersSent) return;
    for (const header of OF_THE_FILE) response.removeHeader(header);
    if (error.status === 412 || error.status === 416) {
      response.status(error.status).set(error.headers).end();
    } else {
      next(error.code === "ENOENT" ? replaced() : error);
    }
  });
}

function notYet({ making, refused }: Offer): PageProblem {
  const written = making && ` So far ${making.written} of ${making.total} statements are written.`;
  return unavailable(
    making ? "The file is being made" : "The archive is not offered as a file just now",
    refused ?? `Please try again in a moment.${written ?? ""}`,
  );
}

function replaced(): PageProblem {
  return unavailable("The file has just been replaced", "Please try again.");
}

function unavailable(title: string, explanation: string): PageProblem {
  const links = [{ label: "What can be downloaded", href: DOWNLOAD }];
  return new PageProblem({ status: 503, title, explanation, faults: [], links });
}
