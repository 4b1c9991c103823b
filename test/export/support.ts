import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix, sep } from "node:path";
import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";
import { type ExportOptions, type ExportReport, exportSite } from "../../src/export/export-site.ts";
import type { Store } from "../../src/store/store.ts";

export const SITE_URL = "https://statements.example";

export const SITE = {
  title: "Test archive",
  url: SITE_URL,
  contact: null,
  rights: null,
  language: "en",
};

/** A folder that is not there yet, in a temporary one that `remove` takes away. */
export function exportTarget(): { folder: string; remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), "dateline-export-"));
  return {
    folder: join(root, "site"),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

export function exportTo(
  store: Store,
  folder: string,
  changed: Partial<ExportOptions> = {},
): Promise<ExportReport> {
  const log = (line: string) => {
    throw new Error(line);
  };
  return exportSite({ store, site: SITE, folder, onProgress: () => {}, log, ...changed });
}

/** The files under a folder, parts with `/` between them, sorted; without those whose names begin with a dot. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => !name.startsWith("."))
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.split(sep).join("/"))
    .toSorted();
}

export function textOf(folder: string, file: string): string {
  return readFileSync(join(folder, file), "utf8");
}

/** Links within the export that lead to no file, or to no element of it, each with the page that has it. */
export function brokenLinks(folder: string): string[] {
  const files = filesIn(folder);
  const pages = files.filter((file) => file.endsWith(".html"));
  const ids = new Map(pages.map((page) => [page, idsOf(textOf(folder, page))]));
  return pages.flatMap((page) =>
    linksOf(textOf(folder, page))
      .filter((link) => !/^[a-z]+:/.test(link))
      .filter((link) => {
        const [path = "", fragment] = link.split("#", 2);
        const target = path === "" ? page : posix.join(posix.dirname(page), path);
        if (!files.includes(target)) return true;
        return fragment !== undefined && ids.get(target)?.has(fragment) === false;
      })
      .map((link) => `${page}: ${link}`),
  );
}

function linksOf(html: string): string[] {
  return attributesOf(html, ["href", "src", "action"]);
}

function idsOf(html: string): Set<string> {
  return new Set(attributesOf(html, ["id"]));
}

function attributesOf(html: string, names: string[]): string[] {
  const values: string[] = [];
  const visit = (node: Tree.ChildNode): void => {
    if ("attrs" in node) {
      for (const { name, value } of node.attrs) if (names.includes(name)) values.push(value);
    }
    if ("childNodes" in node) for (const child of node.childNodes) visit(child);
  };
  for (const child of parse(html).childNodes) visit(child);
  return values;
}
