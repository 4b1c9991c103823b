// A plain site as one writes it with Express, EJS and marked: every page asked of the database and rendered for each request.
import type { AddressInfo } from "node:net";
import path from "node:path";
import Database from "better-sqlite3";
import { format, parseISO } from "date-fns";
import express from "express";
import { marked } from "marked";
import { PROJECT_ROOT } from "../../../src/project-root.ts";

interface Row {
  id: number;
  date: string;
  slug: string;
  title: string;
  body: string;
  place: string | null;
  agency: string | null;
}

const PAGE_SIZE = 50;

const database = new Database(process.argv[2] as string, { readonly: true });
const one = database.prepare<[string], Row>("SELECT * FROM statement WHERE slug = ?");
const earlier = database.prepare<[string, number], Row>(
  "SELECT * FROM statement WHERE (date, id) < (?, ?) ORDER BY date DESC, id DESC LIMIT 1",
);
const later = database.prepare<[string, number], Row>(
  "SELECT * FROM statement WHERE (date, id) > (?, ?) ORDER BY date, id LIMIT 1",
);
const since = database.prepare<[string], Row>(
  `SELECT * FROM statement WHERE date >= ? ORDER BY date DESC, id DESC LIMIT ${PAGE_SIZE}`,
);
const count = database.prepare<[string], { n: number }>(
  "SELECT count(*) AS n FROM statement WHERE date >= ?",
);
const years = database.prepare<[], { year: string; n: number }>("SELECT year, n FROM year");
const names = {
  place: database.prepare<[], { name: string }>("SELECT name FROM place"),
  agency: database.prepare<[], { name: string }>("SELECT name FROM agency"),
};

const app = express();
app.set("view engine", "ejs");
app.set("views", path.join(PROJECT_ROOT, "scripts/bench/peers/plain-express-views"));
app.enable("view cache");
app.locals.longDate = (date: string) => format(parseISO(date), "d MMMM yyyy");
app.locals.excerpt = (body: string) => `${body.slice(body.indexOf(".") + 2, 300)}…`;

app.get("/statement/:slug", (request, response) => {
  const statement = one.get(request.params.slug);
  if (!statement) return void response.status(404).send("not found");
  const { id, date, body } = statement;
  response.render("statement", {
    statement,
    html: marked.parse(body),
    earlier: earlier.get(date, id),
    later: later.get(date, id),
  });
});

app.get("/statements", (request, response) => {
  const from = String(request.query.from ?? "");
  response.render("list", {
    from,
    statements: since.all(from),
    total: count.get(from)?.n,
    years: years.all(),
    places: names.place.all(),
    agencies: names.agency.all(),
  });
});

const server = app.listen(0, "127.0.0.1", () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.once("SIGTERM", () => process.exit());
