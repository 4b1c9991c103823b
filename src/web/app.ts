import path from "node:path";
import express, { type Express } from "express";
import type { Site } from "../pages/site.ts";
import { PROJECT_ROOT } from "../project-root.ts";
import type { Store } from "../store/store.ts";
import { serveAssets } from "./assets.ts";
import { canonicalAddress } from "./canonical-address.ts";
import { answerErrors, type Log } from "./errors.ts";
import { LIST_PARAMETERS } from "./list-parameters.ts";
import { loadViews } from "./load-views.ts";
import { allowedMethods } from "./methods.ts";
import type { Page } from "./resource.ts";
import { about } from "./routes/about.ts";
import { comparison } from "./routes/comparison.ts";
import { day } from "./routes/day.ts";
import { healthRoute } from "./routes/health.ts";
import { home } from "./routes/home.ts";
import { month } from "./routes/month.ts";
import { noSuchPage } from "./routes/path-period.ts";
import { revision } from "./routes/revision.ts";
import { robotsRoute } from "./routes/robots.ts";
import { short } from "./routes/short.ts";
import { sitemapIndexRoute, sitemapRoute } from "./routes/sitemap.ts";
import { statement } from "./routes/statement.ts";
import { statementList } from "./routes/statement-list.ts";
import { year } from "./routes/year.ts";
import { securityHeaders } from "./security-headers.ts";
import { show } from "./show.ts";

/** The whole site on one archive. Throws where a view or an asset is missing or unknown. `log` is told what fails, a line each. */
export function createApp(store: Store, site: Site, log: Log = logToStderr): Express {
  const renderPage = loadViews(path.join(PROJECT_ROOT, "views"));
  const app = express();
  app.disable("x-powered-by").enable("case sensitive routing").enable("strict routing");
  app.use(securityHeaders(site.url.startsWith("https:")), allowedMethods, canonicalAddress);
  serveAssets(app, path.join(PROJECT_ROOT, "public"));

  app.get("/sitemap.xml", sitemapIndexRoute(store, site));
  app.get("/sitemap/:period.xml", sitemapRoute(store, site));
  app.get("/robots.txt", robotsRoute(site));
  app.get("/healthz", healthRoute(store));

  page("/", home);
  page("/statements", statementList, LIST_PARAMETERS);
  page("/about", about);
  page("/s/:id/compare", comparison, ["from", "to"]);
  page("/s/:id@:n", revision);
  page("/s/:id", short);
  page("/:year", year, [], ["after"]);
  page("/:year/:month", month, ["after"]);
  page("/:year/:month/:day", day, ["after"]);
  page("/:year/:month/:day/:name", statement);

  app.use(() => {
    throw noSuchPage();
  });
  app.use(answerErrors(store, site, renderPage, log));
  return app;

  /** The page with its parameters and, beside it, the same thing as data. */
  function page(
    address: string,
    shown: Page,
    parameters: readonly string[] = [],
    ofData: readonly string[] = parameters,
  ): void {
    const context = { store, site, renderPage };
    app.get(`${address}.json`, show(shown, ofData, "json", context));
    app.get(`${address}.txt`, show(shown, ofData, "txt", context));
    app.get(address, show(shown, parameters, "html", context));
  }
}

function logToStderr(line: string): void {
  process.stderr.write(`${line}\n`);
}
