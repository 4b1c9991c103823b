// A plain site as one writes it with Express, EJS and marked: every page asked of the archive, its words given to marked, and
// rendered by Express through the templates as they are, for each request. Queries, models and templates are Dateline's own,
// so that both servers send the same page, and what differs is how it is served.
import type { AddressInfo } from "node:net";
import path from "node:path";
import ejs from "ejs";
import express, { type Response } from "express";
import { marked } from "marked";
import { alternatesOf, siteFeeds } from "../../../src/pages/layout-model.ts";
import { PROJECT_ROOT } from "../../../src/project-root.ts";
import { openStore } from "../../../src/store/open-store.ts";
import type { SafeHtml } from "../../../src/text/safe-html.ts";
import { pageAt } from "../../../src/web/page-table.ts";
import { readQuery } from "../../../src/web/read-query.ts";
import type { Resource, View } from "../../../src/web/resource.ts";

const [archive = "", url = ""] = process.argv.slice(2);
const VIEWS = path.join(PROJECT_ROOT, "views");
const site = { title: "Dateline", url, contact: null, rights: null, language: "en" };
const store = await openStore(archive, { readOnly: true });

const app = express();
app.engine("ejs", (file, model, done) => {
  const options = { localsName: "page", _with: false, cache: true, views: [VIEWS] };
  ejs.renderFile(file, model, options, done);
});
app.set("view engine", "ejs");
app.set("views", VIEWS);
app.enable("view cache");
app.get(["/:year/:month/:day/:name", "/statements"], async (request, response) => {
  const match = pageAt(request.path);
  if (!match) return void response.status(404).send("not found");
  const page = await match.load();
  const query = readQuery(request.originalUrl, match.parameters);
  const summary = await store.summary();
  const found = await page({ store, site, summary, path: match.path, query });
  if ("to" in found) return response.redirect(found.to);
  response.send(await htmlOf(response, found));
});

async function htmlOf(response: Response, found: Resource): Promise<string> {
  const view = await found.html();
  if (view.name === "statement") giveToMarked(view.page.words);
  const { layout } = view.page;
  const unlinked: readonly string[] = found.unlinked ?? [];
  const formats = Object.keys(found.data).filter((format) => !unlinked.includes(format));
  const alternates = alternatesOf(layout.path, formats as Parameters<typeof alternatesOf>[1]);
  const feeds = siteFeeds(layout.siteTitle, alternates);
  const bodyHtml = await rendered(response, view.name, view.page);
  return rendered(response, "layout", { ...layout, alternates, feeds, bodyHtml });
}

/** Their paragraphs are plain words, of which marked makes the same again. */
function giveToMarked({ paragraphs }: Extract<View, { name: "statement" }>["page"]["words"]): void {
  for (const paragraph of paragraphs) {
    paragraph.wordsHtml = marked.parseInline(paragraph.wordsHtml) as SafeHtml;
  }
}

function rendered(response: Response, name: string, model: object): Promise<string> {
  return new Promise((resolve, reject) => {
    response.render(name, model, (error, html) => (error ? reject(error) : resolve(html)));
  });
}

const server = app.listen(0, "127.0.0.1", () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.once("SIGTERM", () => process.exit());
