import type { DataFormat } from "../data-formats.ts";
import { type Format, splitEnding } from "./address-ending.ts";
import {
  LIST_PARAMETERS,
  ofListData,
  QUOTE_PARAMETER,
  SEARCH_PARAMETERS,
} from "./list-parameters.ts";
import type { Page } from "./resource.ts";

/** The page that an address asks for. */
export interface Match {
  load: () => Promise<Page>;
  /** The variable parts of the address. */
  path: Readonly<Record<string, string>>;
  /** The parameters that it takes in that format. */
  parameters: readonly string[];
  format: Format;
  /** How its address is formed: `/:year/:month`. */
  route: string;
}

interface Entry {
  address: string;
  /** Loads the page's file when it is first asked for, so that the first page of all need not wait for the others. */
  load: () => Promise<Page>;
  form: RegExp;
  parameters: readonly string[];
  ofData: (format: DataFormat) => readonly string[];
}

const PARTS: Record<string, string> = {
  year: String.raw`\d{4}`,
  month: String.raw`\d\d`,
  day: String.raw`\d\d`,
  n: "[a-z0-9._-]+",
};
const ANY_PART = "[a-z0-9][a-z0-9._-]*";

/** Every page of the site; beside each stands the same thing as data, by its ending. */
const PAGES: readonly Entry[] = [
  entry("/", async () => (await import("./routes/home.ts")).home),
  entry(
    "/statements",
    async () => (await import("./routes/statement-list.ts")).statementList,
    LIST_PARAMETERS,
    ofListData(LIST_PARAMETERS),
  ),
  entry("/changes", async () => (await import("./routes/changes.ts")).changes, ["before"]),
  entry("/about", async () => (await import("./routes/about.ts")).about),
  entry("/check", async () => (await import("./routes/check.ts")).check, [QUOTE_PARAMETER]),
  entry("/developers", async () => (await import("./routes/developers.ts")).developers),
  entry("/proof", async () => (await import("./routes/proof.ts")).proof),
  entry("/s/:id@:n/proof", async () => (await import("./routes/proof.ts")).statementProof),
  entry("/s/:id/compare", async () => (await import("./routes/comparison.ts")).comparison, [
    "from",
    "to",
  ]),
  entry(
    "/s/:id@:n",
    async () => (await import("./routes/revision.ts")).revision,
    [QUOTE_PARAMETER],
    () => [],
  ),
  entry(
    "/s/:id",
    async () => (await import("./routes/short.ts")).short,
    [QUOTE_PARAMETER],
    () => [],
  ),
  entry("/:year", async () => (await import("./routes/year.ts")).year, [], ofListData(["after"])),
  entry(
    "/:year/:month",
    async () => (await import("./routes/month.ts")).month,
    ["after"],
    ofListData(["after"]),
  ),
  entry(
    "/:year/:month/:day",
    async () => (await import("./routes/day.ts")).day,
    ["after"],
    ofListData(["after"]),
  ),
  entry(
    "/:year/:month/:day/:name",
    async () => (await import("./routes/statement.ts")).statement,
    [...SEARCH_PARAMETERS, QUOTE_PARAMETER],
    () => [],
  ),
];

/** The page at that path, written canonically; `null` where there is none. */
export function pageAt(path: string): Match | null {
  const { page, format } = splitEnding(path);
  for (const { address, load, form, parameters, ofData } of PAGES) {
    const parts = form.exec(page);
    if (parts) {
      const taken = format === "html" ? parameters : ofData(format);
      return { load, path: parts.groups ?? {}, parameters: taken, format, route: address };
    }
  }
  return null;
}

/** Loads the files of all pages. */
export async function loadPages(): Promise<void> {
  await Promise.all(PAGES.map(({ load }) => load()));
}

/** Lists and the check ask the search index, and so does any page that is opened with a query. */
export function asksIndex(address: string): boolean {
  return address.includes("?") || /^\/(?:statements|check)(?:\.|$)/.test(address);
}

function entry(
  address: string,
  load: () => Promise<Page>,
  parameters: readonly string[] = [],
  ofData: Entry["ofData"] = () => parameters,
): Entry {
  const form = address.replace(
    /:(\w+)/g,
    (_, name: string) => `(?<${name}>${PARTS[name] ?? ANY_PART})`,
  );
  let page: Promise<Page> | undefined;
  const loadOnce = () => {
    page ??= load();
    return page;
  };
  return { address, load: loadOnce, form: new RegExp(`^${form}$`), parameters, ofData };
}
