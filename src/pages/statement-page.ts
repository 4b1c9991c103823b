import {
  dataPath,
  type ListQuery,
  listPath,
  revisionPath,
  shortPath,
  statementPath,
} from "../permalinks.ts";
import { dayOf } from "../statements/day-of.ts";
import { markedTitle } from "../statements/marked-title.ts";
import type { Statement, StatementSummary, StatementWording } from "../statements/statement.ts";
import type { ArchiveSummary, CountedPage } from "../store/store.ts";
import { type CitePanel, citePanel } from "./cite-panel.ts";
import { headDay } from "./head-date.ts";
import { type Layout, layoutOf } from "./layout-model.ts";
import { type Leaf, leafOf } from "./leaf.ts";
import type { Link } from "./link.ts";
import type { ListFormValues } from "./list-form-values.ts";
import { longDate } from "./long-date.ts";
import { markedStatement } from "./marked-statement.ts";
import { type Near, nearHits, nearStatements } from "./near.ts";
import { type Provenance, provenanceOf } from "./provenance.ts";
import { type PublisherNotice, publisherNotices } from "./publisher-notice.ts";
import type { QuotedNotice } from "./quoted-notice.ts";
import { type RevisionNotice, revisionNotice } from "./revision-notice.ts";
import { type SameDay, sameDay } from "./same-day.ts";
import type { Site } from "./site.ts";
import { type StatementHistory, statementHistory } from "./statement-history.ts";
import { type StatementLine, statementLine } from "./statement-line.ts";
import { statementMetadata } from "./statement-metadata.ts";
import type { Finder, StatementWords } from "./statement-words.ts";

export interface StatementRequest {
  summary: ArchiveSummary;
  /** The revision to show. */
  statement: Statement;
  /** The same statement in its present wording; equal to `statement` where that is shown. */
  present: Statement;
  /** Its wordings as `Store.wordings` gives them; empty where there is one only. */
  wordings: StatementWording[];
  /** The passage that is to be marked, as typed; `null` for none. */
  quote: string | null;
  neighbours: { earlier: StatementSummary | null; later: StatementSummary | null };
  /** The first statements of the day of `statement`, oldest first: at least `MOST_OTHERS` + 1 where there are so many. */
  sameDay: Pick<CountedPage, "statements" | "total">;
  /** The search from which the statement was opened; `null` for none. */
  search: OpenedFrom | null;
}

/** A list on the way through which a reader is. */
export interface OpenedFrom {
  /** As in the address of the list. */
  typed: ListFormValues;
  /** The list in words: `Statements with “corridor”`. */
  name: string;
  /** Finds its words in this statement; `null` where it looks for none. */
  find: Finder | null;
  previous: StatementSummary | null;
  next: StatementSummary | null;
}

export interface StatementPage {
  layout: Layout;
  leaf: Leaf;
  /** Headline, language, names and mark. */
  line: StatementLine;
  notice: RevisionNotice | null;
  /** What the publisher says of it. */
  published: PublisherNotice[];
  /** On the passage that is to be marked. */
  quoted: QuotedNotice | null;
  /** Back to the list from which the statement was opened. */
  back: Link | null;
  words: StatementWords;
  link: {
    /** `/s/…` */
    href: string;
    /** What stands before it in the address to be copied: `https://example.org` */
    host: string;
    /** What makes it the address of this wording only: `@2`. */
    suffix: string;
  };
  /** For `site.js`: the address to which `?quote=` is put, and what stands behind a quotation: `Agency, 22 February 2023. https://…/s/…@2` */
  quoting: { address: string; citation: string };
  cite: CitePanel;
  /** For paper: `Dateline, 22 February 2023. https://…/s/…@2` */
  printedAddress: string;
  /** For machines; among the names for the eye. */
  agency: string | null;
  near: Near;
  history: StatementHistory;
  provenance: Provenance;
  data: { text: string; json: string };
  sameDay: SameDay | null;
}

export function statementPage(site: Site, request: StatementRequest): StatementPage {
  const { statement, present, search } = request;
  const line = statementLine(statement, false);
  const { headlineHtml, words, quoted } = markedStatement(request);
  const own = ownPath(statement, present);
  return {
    layout: layoutFor(site, request),
    leaf: leafOf(statement.date),
    line: { ...line, headlineHtml },
    notice: revisionNotice(statement, present),
    published: publisherNotices(statement),
    quoted,
    back: search && { label: search.name, href: listPath(addressOf(search)) },
    words,
    link: {
      href: shortPath(statement.id),
      host: site.url,
      suffix: `@${statement.revision}`,
    },
    quoting: {
      address: site.url + own,
      citation: printedAddress(statement.agency ?? site.title, site, statement),
    },
    cite: citePanel(site, statement, own),
    printedAddress: printedAddress(site.title, site, statement),
    agency: statement.agency,
    near: nearOf(request),
    history: statementHistory(statement),
    provenance: provenanceOf(statement),
    data: { text: dataPath(own, "txt"), json: dataPath(own, "json") },
    sameDay: sameDay(statement.id, statement.date, request.sameDay),
  };
}

function nearOf({ neighbours, search }: StatementRequest): Near {
  return search === null
    ? nearStatements(neighbours.earlier, neighbours.later)
    : nearHits(search.previous, search.next, addressOf(search));
}

function addressOf({ typed }: OpenedFrom): ListQuery {
  return { ...typed, after: null };
}

/** An earlier wording keeps the statement's canonical address, and is not to be found in its place. */
function layoutFor(site: Site, request: StatementRequest): Layout {
  const { summary, statement, present, search } = request;
  const { earlier, later } = nearOf(request);
  const old = statement.revision !== present.revision;
  const revision = old ? ` (revision ${statement.revision})` : "";
  const layout = layoutOf(site, summary, {
    title: `${markedTitle(statement)}${revision} – ${longDate(statement.date)}`,
    description: statement.excerpt === "" ? statement.headline : statement.excerpt,
    path: ownPath(statement, present),
    current: null,
    skipTo: "statement",
    date: headDay(statement.date),
    previous: earlier?.href ?? null,
    next: later?.href ?? null,
    robots: old || search !== null || request.quote !== null ? "noindex" : null,
    search: search?.typed ?? null,
    metadata: statementMetadata(site, statement, present),
  });
  return { ...layout, canonical: site.url + statementPath(present) };
}

function ownPath(statement: Statement, present: Statement): string {
  return statement.revision === present.revision
    ? statementPath(present)
    : revisionPath(statement.id, statement.revision);
}

function printedAddress(source: string, site: Site, statement: Statement): string {
  const address = site.url + revisionPath(statement.id, statement.revision);
  const { withdrawn } = statement;
  const since = withdrawn ? `, withdrawn ${longDate(dayOf(withdrawn.at))}` : "";
  return `${source}, ${longDate(statement.date)}${since}. ${address}`;
}
