import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import path from "node:path";
import { type Downloads, NO_DOWNLOADS } from "../downloads/downloads.ts";
import type { Site } from "../pages/site.ts";
import { PROJECT_ROOT } from "../project-root.ts";
import type { Store } from "../store/store.ts";
import type { Format } from "./address-ending.ts";
import { Answer } from "./answers/answer.ts";
import { KeptAnswers } from "./answers/kept-answers.ts";
import { sendForm, type Wanted, wantedBy } from "./answers/send-answer.ts";
import { readAssets } from "./assets.ts";
import { originForm } from "./canonical-address.ts";
import type { Log } from "./errors.ts";
import { loadViews } from "./load-views.ts";
import { pageAt } from "./page-table.ts";
import type { RareAnswers } from "./rare-answers.ts";
import { readQuery } from "./read-query.ts";
import { securityHeaders } from "./security-headers.ts";
import { OPEN_TO_ALL, type Shown, show } from "./show.ts";

/** Answers may be kept, and are asked for anew each time: an import shows at once. */
const REVALIDATED = { "Cache-Control": "no-cache" };

/** So many bytes of finished answers are kept where nothing else is said. */
const ANSWER_BYTES = 64 * 1024 * 1024;

/**
 * The whole site on one archive, for `node:http`. Finished answers come from memory; pages are made here; the rest, which needs
 * Express, loads when it is first asked for. Throws where a view or an asset is missing or unknown.
 * `log` is told what fails, a line each. Of finished answers, `answerBytes` are kept; 0 makes each afresh.
 */
export function createApp(
  store: Store,
  site: Site,
  log: Log = logToStderr,
  answerBytes: number = ANSWER_BYTES,
  downloads: Downloads = NO_DOWNLOADS,
): RequestListener {
  const renderPage = loadViews(path.join(PROJECT_ROOT, "views"));
  const assets = readAssets(path.join(PROJECT_ROOT, "public"));
  const headers = securityHeaders(site.url.startsWith("https:"));
  const kept = new KeptAnswers(answerBytes, () => store.state());
  const pageHeaders = Object.entries({ ...headers, ...REVALIDATED }).flat();
  const dataHeaders = Object.entries({ ...headers, ...REVALIDATED, ...OPEN_TO_ALL }).flat();
  let rare: Promise<RareAnswers> | undefined;

  return (request, response) => {
    const { method, url = "" } = request;
    if (method !== "GET" && method !== "HEAD") return void answerRarely(request, response);
    const found = kept.find(url);
    if (found) send(request, response, found);
    else void answerAfresh(request, response);
  };

  async function answerAfresh(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = originForm(request.url ?? "");
    const begun = kept.state();
    try {
      const shown = await shownAt(url);
      if (!shown) return await answerRarely(request, response);
      if ("redirect" in shown) return redirect(response, shown);
      if ("stream" in shown) return await stream(request, response, shown);
      const answer = new Answer(shown.content, headersOf(shown.format));
      kept.keep(url, answer, begun);
      send(request, response, answer);
    } catch (error) {
      await answerRarely(request, response, error);
    }
  }

  /** `null` where the address is no page's and no file's. */
  async function shownAt(address: string): Promise<(Shown & { format: Format }) | null> {
    const [name = ""] = address.split("?", 1);
    const asset = assets.get(name);
    if (asset) {
      readQuery(address, []);
      return { content: asset, format: "html" };
    }
    const match = pageAt(name);
    if (!match) return null;
    return { ...(await show(match, address, { store, site, renderPage })), format: match.format };
  }

  function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
    const wanted = wantedBy(request);
    const form = answer.form(wanted.encoding);
    if (form) sendForm(response, form, answer, wanted);
    else void encodeAndSend(request, response, answer, wanted);
  }

  async function encodeAndSend(
    request: IncomingMessage,
    response: ServerResponse,
    answer: Answer,
    wanted: Wanted,
  ): Promise<void> {
    const form = await answer.formIn(wanted.encoding);
    kept.weigh(request.url ?? "", answer);
    sendForm(response, form, answer, wanted);
  }

  function redirect(
    response: ServerResponse,
    {
      redirect: { to, status },
      format,
    }: Extract<Shown, { redirect: unknown }> & { format: Format },
  ): void {
    response.writeHead(status, [...headersOf(format), "Location", to, "Content-Length", "0"]);
    response.end();
  }

  async function stream(
    request: IncomingMessage,
    response: ServerResponse,
    { stream, format }: Extract<Shown, { stream: unknown }> & { format: Format },
  ): Promise<void> {
    const { sendStream } = await import("./answers/send-stream.ts");
    const failure = await sendStream(request, response, stream, headersOf(format));
    if (failure) log(`${request.method} ${JSON.stringify(request.url)} broke off: ${failure}`);
  }

  function headersOf(format: Format): readonly string[] {
    return format === "html" ? pageHeaders : dataHeaders;
  }

  async function answerRarely(
    request: IncomingMessage,
    response: ServerResponse,
    thrown?: unknown,
  ): Promise<void> {
    rare ??= import("./rare-answers.ts").then(({ rareAnswers }) =>
      rareAnswers({ store, site, renderPage, downloads, log, headers }),
    );
    (await rare)(request, response, thrown);
  }
}

function logToStderr(line: string): void {
  process.stderr.write(`${line}\n`);
}
