import { DATA_FORMATS, type DataFormat, FEED_FORMATS } from "../data-formats.ts";
import { LOG_CHECKPOINT } from "../permalinks.ts";
import { csvHeader } from "./list-csv.ts";
import { CHECKPOINT, DOWNLOADS } from "./openapi-files.ts";
import { type Described, OF_LIST_DATA, ORDER, PAGES } from "./openapi-pages.ts";
import { ref, type Schema } from "./openapi-schema.ts";
import { STATUS_WORDS } from "./openapi-statuses.ts";

const TABLE_COLUMNS = csvHeader().trimEnd().replaceAll(",", ", ");

/** The paths object of the description: each page in each of its formats. */
export function openApiPaths(): Record<string, object> {
  const entries = PAGES.flatMap((page) =>
    page.formats.map((format) => [`${page.path}.${format}`, { get: operation(page, format) }]),
  );
  return { ...Object.fromEntries(entries), ...DOWNLOADS, [LOG_CHECKPOINT]: CHECKPOINT };
}

function operation(page: Described, format: DataFormat): object {
  const { path, summary, statuses } = page;
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  const all = [...inPath, ...inQuery(page, format)];
  return {
    summary: `${summary} (${format})`,
    ...(all.length > 0 && { parameters: all.map(parameterRef) }),
    responses: Object.fromEntries(
      [...statuses, "304"].sort().map((status) => [status, answer(status, page, format)]),
    ),
  };
}

function inQuery({ schema, parameters }: Described, format: DataFormat): string[] {
  if (schema !== "List") return [...parameters];
  if (isFeed(format)) return [...parameters.filter((name) => !ORDER.includes(name)), "before"];
  return [...parameters, ...(OF_LIST_DATA[format] ?? [])];
}

function isFeed(format: DataFormat): boolean {
  return FEED_FORMATS.some((feed) => feed === format);
}

function parameterRef(name: string): object {
  return { $ref: `#/components/parameters/${name}` };
}

function answer(status: string, page: Described, format: DataFormat): object {
  const description = STATUS_WORDS[status];
  if (status === "200") return { description, content: contentOf(page, format) };
  if (status.startsWith("3")) return { description };
  const content = format.endsWith("json")
    ? { "application/problem+json": { schema: ref("Problem") } }
    : { "text/plain": { schema: { type: "string" } } };
  return { description, content };
}

function contentOf({ schema }: Described, format: DataFormat): object {
  const { type } = DATA_FORMATS[format];
  return { [type]: { schema: schemaOf(schema, format) } };
}

/** `own` is that of the page's JSON. */
function schemaOf(own: string, format: DataFormat): Schema {
  if (format === "json") return ref(own);
  if (format === "csl.json") return ref("Citations");
  if (format === "csv") return { type: "string", description: `Its columns are ${TABLE_COLUMNS}.` };
  return { type: format.endsWith("json") ? "object" : "string" };
}
