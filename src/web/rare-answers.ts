import type { IncomingMessage, ServerResponse } from "node:http";
import express, { type RequestHandler } from "express";
import type { Downloads } from "../downloads/downloads.ts";
import type { Site } from "../pages/site.ts";
import {
  DOWNLOAD,
  downloadPath,
  LOG_CHECKPOINT,
  LOG_TILE,
  OAI,
  timeGatePath,
  timeMapPath,
} from "../permalinks.ts";
import type { Store } from "../store/store.ts";
import { splitEnding } from "./address-ending.ts";
import { canonicalAddress, originForm } from "./canonical-address.ts";
import { answerErrors, type Log } from "./errors.ts";
import type { RenderPage } from "./load-views.ts";
import { allowedMethods } from "./methods.ts";
import { downloadFileRoute, downloadRoute } from "./routes/download.ts";
import { healthRoute } from "./routes/health.ts";
import { checkpointRoute, tileRoute } from "./routes/log.ts";
import { timeGateRoute } from "./routes/memento/time-gate.ts";
import { timeMapRoute } from "./routes/memento/time-map.ts";
import { oaiForm, oaiRoute } from "./routes/oai/oai.ts";
import { openApiRoute } from "./routes/openapi.ts";
import { openSearchRoute } from "./routes/opensearch.ts";
import { noSuchPage } from "./routes/path-period.ts";
import { readyRoute } from "./routes/ready.ts";
import { robotsRoute } from "./routes/robots.ts";
import { securityTextRoute } from "./routes/security-text.ts";
import { sitemapIndexRoute, sitemapRoute } from "./routes/sitemap.ts";
import { Shares } from "./shares.ts";
import { tooManyLarge } from "./too-much.ts";

export interface RareContext {
  store: Store;
  site: Site;
  renderPage: RenderPage;
  downloads: Downloads;
  log: Log;
  /** Of every answer. */
  headers: Readonly<Record<string, string>>;
  clientOf: ClientOf;
  isStopping: () => boolean;
  /** The id under which a request is logged. */
  idOf: (request: IncomingMessage) => string;
  /** The header that brings a given id back. */
  givenIdOf: (request: IncomingMessage) => Record<string, string>;
}

/** What counts as one client where there are limits. */
export type ClientOf = (request: IncomingMessage) => string;

/** Answers a request; says what went wrong with it where something was `thrown`, and not `null`. */
export type RareAnswers = (
  request: IncomingMessage,
  response: ServerResponse,
  thrown: unknown,
) => void;

/** So many downloads each client is sent at once: programs that load a file in parts ask for some together. */
const DOWNLOADS = 4;

/** What is not a page found: what machines ask for, addresses written otherwise, other methods, and errors. */
export function rareAnswers({
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
}: RareContext): RareAnswers {
  const failures = new WeakMap<IncomingMessage, unknown>();
  const app = express();
  app.disable("x-powered-by").enable("case sensitive routing").enable("strict routing");
  app.use((request, response, next) => {
    response.set(headers);
    next(failures.get(request));
  });
  app.use(allowedMethods, canonicalAddress);

  app.get("/sitemap.xml", sitemapIndexRoute(store, site));
  app.get("/sitemap/:period.xml", sitemapRoute(store, site));
  app.get(timeGatePath(":id"), timeGateRoute(store, site));
  app.get(timeMapPath(":id"), timeMapRoute(store, site));
  app.get("/robots.txt", robotsRoute(site));
  app.get("/opensearch.xml", openSearchRoute(site));
  app.get("/openapi.json", openApiRoute(site));
  app.get(OAI, oaiRoute(store, site));
  app.post(OAI, oaiForm, oaiRoute(store, site));
  app.get(DOWNLOAD, downloadRoute(store, site, renderPage, downloads));
  const share = sharing(new Shares(DOWNLOADS), clientOf);
  app.get(downloadPath(":name"), share, downloadFileRoute(store, downloads));
  app.get(LOG_CHECKPOINT, checkpointRoute(store, site));
  app.get(`${LOG_TILE}/*tile`, tileRoute(store));
  app.get("/.well-known/security.txt", securityTextRoute(site));
  app.get("/healthz", healthRoute(store));
  app.get("/readyz", readyRoute(store, isStopping));

  app.use(({ path }) => {
    throw noSuchPage(splitEnding(path).page);
  });
  app.use(answerErrors({ store, site, renderPage, log, idOf, givenIdOf }));
  return (request, response, thrown) => {
    if (thrown !== null) failures.set(request, thrown);
    // Express reads no whole address in every form of it.
    request.url = originForm(request.url ?? "");
    app(request, response);
  };
}

/** Refuses a client that is being sent its share already; HEAD is sent nothing. */
function sharing(shares: Shares, clientOf: ClientOf): RequestHandler {
  return (request, response, next) => {
    if (request.method === "HEAD") return next();
    const giveBack = shares.take(clientOf(request));
    if (!giveBack) throw tooManyLarge();
    response.once("close", giveBack);
    next();
  };
}
