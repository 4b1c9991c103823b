import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ejs from "ejs";
import type { DataFormat } from "../data-formats.ts";
import { alternatesOf, type LayoutView, siteFeeds } from "../pages/layout-model.ts";
import type { ViewName, Views } from "../pages/views.ts";
import { escapeHtml, type SafeHtml } from "../text/safe-html.ts";

/** Prints a page in its layout, with links to the formats in which it is there as data: a whole HTML document. Reads no disk. */
export type RenderPage = <Name extends ViewName>(
  name: Name,
  page: Views[Name],
  formats?: readonly DataFormat[],
) => string;

type Include = (name: string, model: object) => string;
type Compiled = (page: object, escapeFn: (value: unknown) => string, include: Include) => string;
type Printer = (model: object) => string;

/** Every view there is; the compiler sees that none is forgotten. */
const VIEW_NAMES = Object.keys({
  home: true,
  "statement-list": true,
  year: true,
  month: true,
  day: true,
  statement: true,
  comparison: true,
  changes: true,
  check: true,
  about: true,
  developers: true,
  download: true,
  proof: true,
  "statement-proof": true,
  error: true,
  "exported-search": true,
} satisfies Record<ViewName, true>);

/**
 * Reads every template of the folder, and compiles each when it is first printed: to compile all takes a tenth of a start. A template sees one name, `page`; a part, `include("parts/leaf", { leaf })`, sees
 * in `page` what it is given. Throws where a declared view has no template, where a template at the top is not declared,
 * and where one includes what is not there.
 */
export function loadViews(folder: string): RenderPage {
  const sources = readTemplates(folder);
  checkNames(sources);
  const printers = new Map<string, Printer>();
  for (const [name, source] of sources) {
    const parts = includedParts(sources, name, source);
    const include: Include = (part, model) => print(parts.get(part) as string, model);
    let compiled: Compiled | undefined;
    printers.set(name, (model) => {
      compiled ??= compile(source);
      return compiled(model, escaped, include);
    });
  }
  const print = (name: string, model: object): string => (printers.get(name) as Printer)(model);
  return (name, page, formats = []) => {
    const { path, siteTitle } = page.layout;
    const alternates = alternatesOf(path, formats);
    const view: LayoutView = {
      ...page.layout,
      alternates,
      feeds: siteFeeds(siteTitle, alternates),
      bodyHtml: print(name, page) as SafeHtml,
    };
    return print("layout", view);
  };
}

/** Name without its ending, as `parts/leaf` → text. */
function readTemplates(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ejs"))
    .map((name) => name.slice(0, -".ejs".length).split(path.sep).join("/"));
  return new Map(
    names.map((name) => [name, readFileSync(path.join(folder, `${name}.ejs`), "utf8")]),
  );
}

function checkNames(sources: Map<string, string>): void {
  const declared = [...VIEW_NAMES, "layout"];
  const missing = declared.find((name) => !sources.has(name));
  if (missing)
    throw new Error(`The view ${missing} is declared, but views/${missing}.ejs is missing.`);
  const stray = [...sources.keys()].find((name) => !name.includes("/") && !declared.includes(name));
  if (stray) throw new Error(`views/${stray}.ejs is there, but no view of that name is declared.`);
}

/**
 * The template of each part, by the name under which this one includes it. Includes name their part in quotes, so that a missing one
 * is found at the start and not by a reader.
 */
function includedParts(
  sources: Map<string, string>,
  name: string,
  source: string,
): Map<string, string> {
  const parts = new Map<string, string>();
  for (const [call, part] of source.matchAll(/\binclude\(\s*(?:"([^"]*)")?/g)) {
    if (part === undefined)
      throw new Error(`views/${name}.ejs: expected a part in quotes after ${call}`);
    parts.set(part, resolve(sources, name, part));
  }
  return parts;
}

/** A part's name is looked up beside the template that includes it, then at the top. */
function resolve(sources: Map<string, string>, from: string, part: string): string {
  const beside = path.posix.join(path.posix.dirname(from), part);
  const found = [beside, part].find((name) => sources.has(name));
  if (found === undefined) throw new Error(`views/${from}.ejs includes ${part}, which is missing.`);
  return found;
}

/**
 * EJS writes the function; it is made here, because EJS's own gives templates an `include` that looks on the disk at every call.
 */
function compile(source: string): Compiled {
  const template = new ejs.Template(source, {
    localsName: "page",
    strict: true,
    compileDebug: false,
  });
  template.compile();
  return new Function(
    "page",
    "escapeFn",
    "include",
    `"use strict";\n${template.source}`,
  ) as Compiled;
}

function escaped(value: unknown): string {
  return value === undefined || value === null ? "" : escapeHtml(String(value));
}
