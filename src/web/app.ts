import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import path from "node:path";
import { type AddressList, NO_ADDRESSES } from "../clients/address-list.ts";
import { clientAddress, networkOf } from "../clients/client-address.ts";
import { type Downloads, NO_DOWNLOADS } from "../downloads/downloads.ts";
import { DatelineError } from "../errors.ts";
import type { Site } from "../pages/site.ts";
import { PROJECT_ROOT } from "../project-root.ts";
import type { Store } from "../store/store.ts";
import type { Format } from "./address-ending.ts";
import { Answer } from "./answers/answer.ts";
import { KeptAnswers } from "./answers/kept-answers.ts";
import { STALLED_AFTER, sendForm, type Wanted, wantedBy } from "./answers/send-answer.ts";
import { readAssets } from "./assets.ts";
import { originForm } from "./canonical-address.ts";
import { clientTurns } from "./client-turns.ts";
import type { Log } from "./errors.ts";
import { loadViews } from "./load-views.ts";
import { type Answered, observed } from "./observed.ts";
import { hostCheck } from "./own-host.ts";
import type { PageProblem } from "./page-problem.ts";
import { pageAt } from "./page-table.ts";
import { isTooFarBehind } from "./pipelined.ts";
import type { ClientOf, RareAnswers } from "./rare-answers.ts";
import { readQuery } from "./read-query.ts";
import { givenIdHeader, requestId } from "./request-id.ts";
import { securityHeaders } from "./security-headers.ts";
import { Shares } from "./shares.ts";
import { OPEN_TO_ALL, type Shown, show } from "./show.ts";
import { refuseFlood, tooManyLarge } from "./too-much.ts";

/** Answers may be kept, and are asked for anew each time: an import shows at once. */
const REVALIDATED = { "Cache-Control": "no-cache" };

/** So many bytes of finished answers are kept where nothing else is said. */
const ANSWER_BYTES = 64 * 1024 * 1024;

/** Of the whole lists that a process sends at once, a client gets so many. */
const WHOLE_LISTS = 2;

/** What remains to be sent of an answer when its turn has ended; `null` where that is nothing. */
type Rest = (() => Promise<void>) | null;

export interface AppOptions {
  /** Is told what fails, a line each. */
  log?: Log;
  /** So many bytes of finished answers are kept; 0 makes each afresh. */
  answerBytes?: number;
  downloads?: Downloads;
  /** The address by which alone readers reach the site; `null`: by any. */
  siteUrl?: string | null;
  /** Proxies that are believed for whom they speak. */
  trustedProxies?: AddressList;
  /** Whether the program is about to stop, and readers should be sent elsewhere. */
  isStopping?: () => boolean;
  /** Is told of every answer. */
  onAnswered?: ((answered: Answered) => void) | null;
}

/**
 * The whole site on one archive, for `node:http`. Finished answers come from memory; pages are made here; the rest, which needs
 * Express, loads when it is first asked for. What is made afresh is made for clients by turns.
 * Throws where a view or an asset is missing or unknown.
 */
export function createApp(
  store: Store,
  site: Site,
  {
    log = logToStderr,
    answerBytes = ANSWER_BYTES,
    downloads = NO_DOWNLOADS,
    siteUrl = null,
    trustedProxies = NO_ADDRESSES,
    isStopping = () => false,
    onAnswered = null,
  }: AppOptions = {},
): RequestListener {
  const renderPage = loadViews(path.join(PROJECT_ROOT, "views"));
  const assets = readAssets(path.join(PROJECT_ROOT, "public"));
  const headers = securityHeaders(site.url.startsWith("https:"));
  const kept = new KeptAnswers(answerBytes, () => store.state());
  const pageHeaders = Object.entries({ ...headers, ...REVALIDATED }).flat();
  const dataHeaders = Object.entries({ ...headers, ...REVALIDATED, ...OPEN_TO_ALL }).flat();
  const faultOfHost = hostCheck(siteUrl);
  const turnsFor = clientTurns();
  const wholeLists = new Shares(WHOLE_LISTS);
  const clientOf: ClientOf = (request) => networkOf(clientAddress(request, trustedProxies));
  const idOf = (request: IncomingMessage) => requestId(request, trustedProxies);
  const givenIdOf = (request: IncomingMessage) => givenIdHeader(request, trustedProxies);
  const fromMemory = onAnswered && new WeakSet<ServerResponse>();
  let rare: Promise<RareAnswers> | undefined;

  const wasKept = (response: ServerResponse) => fromMemory?.has(response) === true;
  return onAnswered ? observed(answer, wasKept, onAnswered) : answer;

  function answer(request: IncomingMessage, response: ServerResponse): void {
    if (isTooFarBehind(request.socket, response)) return;
    const { method, url = "" } = request;
    const fault = faultOfHost(request);
    const isRead = fault === null && (method === "GET" || method === "HEAD");
    const found = isRead ? kept.find(url) : undefined;
    if (found) {
      fromMemory?.add(response);
      send(request, response, found);
    } else
      answerInTurn(request, response, fault).catch((error) => giveUp(request, response, error));
  }

  async function answerInTurn(
    request: IncomingMessage,
    response: ServerResponse,
    fault: PageProblem | null,
  ): Promise<void> {
    const { method, url = "" } = request;
    const isPage = fault === null && (method === "GET" || method === "HEAD");
    const turns = turnsFor(isPage ? originForm(url) : "");
    try {
      const rest = await turns.run(clientOf(request), async () => {
        // Whoever left while waiting wants nothing any more.
        if (request.destroyed) return null;
        return isPage ? answerAfresh(request, response) : answerRarely(request, response, fault);
      });
      await rest?.();
    } catch (error) {
      if (error instanceof DatelineError && error.code === "busy")
        refuseFlood(response, { ...headers, ...givenIdOf(request) });
      else await answerRarely(request, response, error);
    }
  }

  async function answerAfresh(request: IncomingMessage, response: ServerResponse): Promise<Rest> {
    const url = originForm(request.url ?? "");
    const begun = kept.state();
    try {
      const shown = await shownAt(url);
      if (!shown) return answerRarely(request, response);
      if ("stream" in shown) return () => stream(request, response, shown);
      if ("redirect" in shown) return redirect(response, shown);
      const answer = new Answer(shown.content, headersOf(shown.format));
      kept.keep(url, answer, begun);
      send(request, response, answer);
      return null;
    } catch (error) {
      return answerRarely(request, response, error);
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
  ): null {
    response.writeHead(status, [...headersOf(format), "Location", to, "Content-Length", "0"]);
    response.end();
    return null;
  }

  async function stream(
    request: IncomingMessage,
    response: ServerResponse,
    { stream, format }: Extract<Shown, { stream: unknown }> & { format: Format },
  ): Promise<void> {
    const giveBack = wholeLists.take(clientOf(request));
    if (!giveBack) throw tooManyLarge();
    try {
      const { sendStream } = await import("./answers/send-stream.ts");
      const failure = await sendStream(request, response, stream, headersOf(format));
      if (failure)
        log(`${request.method} ${JSON.stringify(request.url)} broke off: ${failure}`, {
          request: idOf(request),
        });
    } finally {
      giveBack();
    }
  }

  function headersOf(format: Format): readonly string[] {
    return format === "html" ? pageHeaders : dataHeaders;
  }

  /** Where even the answer to a failure fails, only this request is lost. */
  function giveUp(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    log(`${request.method} ${JSON.stringify(request.url)} failed: ${error}`);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.writeHead(500, { ...headers, "Content-Type": "text/plain; charset=utf-8" });
    response.end("Internal Server Error: this could not be answered.\n");
  }

  async function answerRarely(
    request: IncomingMessage,
    response: ServerResponse,
    thrown: unknown = null,
  ): Promise<null> {
    rare ??= import("./rare-answers.ts").then(({ rareAnswers }) =>
      rareAnswers({
        store,
        site,
        renderPage,
        downloads,
        log,
        headers,
        clientOf,
        isStopping,
        idOf,
        givenIdOf,
      }),
    );
    response.setTimeout(STALLED_AFTER);
    (await rare)(request, response, thrown);
    return null;
  }
}

function logToStderr(line: string): void {
  process.stderr.write(`${line}\n`);
}
