import { type DataFormat, STATEMENT_FORMATS } from "../data-formats.ts";
import { ABOUT, CHANGES, HOME, PROOF, STATEMENTS } from "../permalinks.ts";
import { parseCalendarPeriod } from "../statements/period.ts";
import { ID_PATTERN } from "../statements/statement-id.ts";
import { splitEnding } from "../web/address-ending.ts";

/** An address of the site that becomes a file. */
export interface ExportedAddress {
  /** Under the folder of the export, parts with `/` between them: lower-case ASCII, figures and `@._-`. */
  file: string;
  /**
   * `met`: to be exported where a page links to it; the walk along the statements does not come there by itself.
   */
  kind: "walked" | "met";
}

interface Kind {
  form: RegExp;
  formats: readonly DataFormat[];
  /** The parts of the query that are exported; none where this is left out. */
  query?: RegExp;
  /** Whether it is exported without a query, too. */
  bare: boolean;
  /** Whether only links lead there. */
  met: boolean;
  isReal?: (page: string) => boolean;
}

const LIST_FORMATS = ["json", "txt", "csv"] as const satisfies DataFormat[];
const FEEDS = ["atom", "rss", "feed.json"] as const satisfies DataFormat[];
const ID = ID_PATTERN.source.slice(1, -1);
const DAY = String.raw`\/\d{4}\/\d\d\/\d\d`;
const BEHIND_PLACE = /^after=([0-9.-]+)$/;

const KINDS: readonly Kind[] = [
  { form: whole(HOME), formats: [], bare: true, met: false },
  { form: whole(ABOUT), formats: ["json", "txt"], bare: true, met: false },
  { form: whole(PROOF), formats: ["json"], bare: true, met: false },
  {
    form: whole(STATEMENTS),
    formats: [...LIST_FORMATS, ...FEEDS],
    query: BEHIND_PLACE,
    bare: true,
    met: false,
  },
  {
    form: whole(CHANGES),
    formats: ["json", "txt", ...FEEDS],
    query: /^before=([0-9]+)$/,
    bare: true,
    met: false,
  },
  {
    form: /^\/\d{4}(?:\/\d\d){0,2}$/,
    formats: LIST_FORMATS,
    query: BEHIND_PLACE,
    bare: true,
    met: true,
    isReal: (page) => parseCalendarPeriod(page.slice(1).replaceAll("/", "-")) !== null,
  },
  {
    form: new RegExp(`^${DAY}\\/(?:[a-z0-9-]+-)?${ID}$`),
    formats: STATEMENT_FORMATS,
    bare: true,
    met: false,
  },
  { form: new RegExp(`^\\/s\\/${ID}$`), formats: [], bare: true, met: false },
  {
    form: new RegExp(`^\\/s\\/${ID}@[1-9]\\d*$`),
    formats: ["json", "txt"],
    bare: true,
    met: false,
  },
  {
    form: new RegExp(`^\\/s\\/${ID}\\/compare$`),
    formats: [],
    query: /^from=(\d+)&to=(\d+)$/,
    bare: false,
    met: true,
  },
];

/** Files that are exported as they are. */
const ASSET =
  /^\/(?:site\.css|site\.js|favicon\.ico|search\/search\.js|verify-export\.mjs|log\/checkpoint)$/;

/** What becomes of an address, which begins with `/`; `null` where it is not exported. */
export function exportedAddress(address: string): ExportedAddress | null {
  const [path = "", query = ""] = address.split("?", 2);
  if (ASSET.test(path) && query === "") return { file: path.slice(1), kind: "walked" };
  const { page, format } = splitEnding(path);
  const kind = kindOf(page);
  if (!kind) return null;
  if (format !== "html") {
    const isData = query === "" && kind.formats.includes(format);
    return isData ? { file: `${page.slice(1)}.${format}`, kind: "walked" } : null;
  }
  const part = queryPart(kind, query);
  if (part === null) return null;
  const file = [...page.split("/"), part, "index.html"].filter((name) => name !== "").join("/");
  return { file, kind: kind.met || query !== "" ? "met" : "walked" };
}

/** The address of which the page in that file is the export; `null` where it is no page, or one with a query. */
export function addressOfPage(file: string): string | null {
  if (file === "index.html") return HOME;
  if (!file.endsWith("/index.html")) return null;
  const address = `/${file.slice(0, -"/index.html".length)}`;
  return exportedAddress(address)?.file === file ? address : null;
}

/** The formats in which a page is exported beside itself; none for a page with a query. */
export function exportedFormats(address: string): readonly DataFormat[] {
  return kindOf(address)?.formats ?? [];
}

function kindOf(page: string): Kind | undefined {
  return KINDS.find(({ form, isReal }) => form.test(page) && (isReal?.(page) ?? true));
}

/** The name of the folder for a page with a query: `after-2023-01-27.3`; `""` without one; `null` where it is not exported. */
function queryPart(kind: Kind, query: string): string | null {
  if (query === "") return kind.bare ? "" : null;
  return kind.query?.test(query) ? query.replaceAll("=", "-").replaceAll("&", "-") : null;
}

function whole(page: string): RegExp {
  return new RegExp(`^${page}$`);
}
