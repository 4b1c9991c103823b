import type { DataFormat } from "../data-formats.ts";
import type { Site } from "../pages/site.ts";
import type { ViewName, Views } from "../pages/views.ts";
import type { Instant } from "../statements/statement.ts";
import type { ArchiveSummary, Store } from "../store/store.ts";
import type { Format } from "./address-ending.ts";
import type { WebLink } from "./link-header.ts";

/** A view with its model, so that the compiler sees that they belong together. */
export type View = { [Name in ViewName]: { name: Name; page: Views[Name] } }[ViewName];

/** Text, or text that is made piece by piece while it is sent. A stream begins its work when its first piece is asked for. */
export type Body = string | AsyncIterable<string>;

/** A thing of the site in each of its forms; only the form asked for is made. */
export interface Resource {
  /** When what it shows last changed; `null` where nobody can say. */
  changedAt: Instant | null;
  /** Where it is one wording for ever: the instant from which it stood (RFC 7089, 2.1.1). */
  mementoDatetime?: Instant;
  html(): View | Promise<View>;
  /** The formats in which it is there as data, in the order of their links; any other is a 404. */
  data: Partial<Record<DataFormat, () => Body | Promise<Body>>>;
  /** Those of them to which the page has no links, because they would lead to a refusal. */
  unlinked?: readonly DataFormat[];
  /** What its `Link` header says in that format; nothing where this is left out. */
  links?(format: Format): WebLink[] | Promise<WebLink[]>;
}

/** Another address is the right one. */
export interface Redirect {
  /** A path that begins with `/`, without the ending of its format and without a query. */
  to: string;
  /** 301: that address from now on. 302: this address stays the one to keep. */
  status: 301 | 302;
  /** A query in place of the one that came; without it that one is kept. */
  query?: string;
}

/** What a page's file reads and asks with. */
export interface Asked {
  store: Store;
  site: Site;
  /** Of the state that `store` shows now. */
  summary: ArchiveSummary;
  /** The variable parts of the address. */
  path: Readonly<Record<string, string>>;
  /** The query: known names only, each once, white space around values taken off, none empty. */
  query: ReadonlyMap<string, string>;
}

/** Answers one page. Throws `PageProblem` where there is none. */
export type Page = (asked: Asked) => Promise<Resource | Redirect>;
