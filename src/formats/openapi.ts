import { openApiPaths } from "./openapi-paths.ts";
import type { Schema } from "./openapi-schema.ts";
import { SCHEMAS } from "./openapi-schemas.ts";

/** The site as the description names it. */
interface Described {
  title: string;
  url: string;
}

const period: Schema = { type: "string", pattern: "^\\d{4}(-\\d{2}(-\\d{2})?)?$" };
const name: Schema = { type: "string", maxLength: 200 };

/** What is in the path, by name: its pattern. */
const IN_PATH: Record<string, string> = {
  year: "^\\d{4}$",
  month: "^\\d{2}$",
  day: "^\\d{2}$",
  name: "^([a-z0-9-]+-)?[0-9a-z]{10}$",
  id: "^[0-9a-z]{10}$",
  n: "^[1-9]\\d*$",
};

/** What is in the query, by the name of its description: its name, what it means, and its form. */
const IN_QUERY: Record<
  string,
  { name: string; description: string; required?: boolean; schema: Schema }
> = {
  q: { name: "q", description: "Words, in the search box's language.", schema: { type: "string" } },
  from: { name: "from", description: "From this year, month or day, all of it.", schema: period },
  to: { name: "to", description: "To this year, month or day, all of it.", schema: period },
  agency: { name: "agency", description: "A name as shown, in any case.", schema: name },
  place: { name: "place", description: "A name as shown, in any case.", schema: name },
  language: { name: "language", description: "A BCP 47 tag, in any case.", schema: name },
  tag: { name: "tag", description: "A tag, in any case.", schema: name },
  quote: {
    name: "quote",
    description: "The words of a quotation.",
    required: true,
    schema: { type: "string", minLength: 1, maxLength: 2000 },
  },
  sort: {
    name: "sort",
    description: "The order; `relevance` only with words.",
    schema: { enum: ["newest", "oldest", "relevance"] },
  },
  after: {
    name: "after",
    description: "The place behind which the list goes on, from a link of the page before.",
    schema: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}\\.[1-9]\\d*$" },
  },
  before: {
    name: "before",
    description: "The change before which a feed goes on, from a link of the document before.",
    schema: { type: "string", pattern: "^[1-9]\\d*$" },
  },
  limit: limitOf(50),
  limitOfTable: limitOf("all"),
  bom: {
    name: "bom",
    description: "Whether to begin with a byte order mark.",
    schema: { const: "1" },
  },
  fromRevision: revisionOf("from"),
  toRevision: revisionOf("to"),
};

/** All addresses of the data as OpenAPI 3.1 describes them. `site.url` has no slash at its end. */
export function openApi({ title, url }: Described): object {
  return {
    openapi: "3.1.0",
    info: {
      title,
      version: "1",
      summary: "Dated statements as data",
      description: `Everything is read with GET or HEAD, by anybody, from any page. ${url}/developers says more.`,
    },
    servers: [{ url }],
    paths: openApiPaths(),
    components: { schemas: SCHEMAS, parameters: parameters() },
  };
}

function parameters(): Record<string, object> {
  const inPath = Object.entries(IN_PATH).map(([part, pattern]) => [
    part,
    { name: part, in: "path", required: true, schema: { type: "string", pattern } },
  ]);
  const inQuery = Object.entries(IN_QUERY).map(([part, parameter]) => [
    part,
    { in: "query", ...parameter },
  ]);
  return Object.fromEntries([...inPath, ...inQuery]);
}

function limitOf(without: number | "all") {
  return {
    name: "limit",
    description: "A page of so many statements, or the whole list, which is sent as it is made.",
    schema: {
      oneOf: [{ type: "integer", minimum: 1, maximum: 1000 }, { const: "all" }],
      default: without,
    },
  };
}

function revisionOf(part: "from" | "to") {
  return {
    name: part,
    required: true,
    description: "The number of a revision.",
    schema: { type: "integer", minimum: 1 },
  };
}
