import { HOME, STATEMENTS } from "../permalinks.ts";
import type { StatementSummary } from "../statements/statement.ts";
import type { ArchiveSummary, PeriodCount } from "../store/store.ts";
import { type DateForm, EMPTY_DATE_FORM } from "./date-form.ts";
import { type Layout, layoutOf } from "./layout-model.ts";
import { longDate } from "./long-date.ts";
import { dated, plainSentence, type Sentence, words } from "./sentence.ts";
import type { Site } from "./site.ts";
import { type StatementDays, statementDays } from "./statement-line.ts";
import { type Timeline, timeline } from "./timeline.ts";
import { counted } from "./wording.ts";
import { type YearIndex, yearIndex } from "./year-index.ts";

/** How many statements the home page lists. */
export const NEWEST = 20;

export interface HomeRequest {
  summary: ArchiveSummary;
  /** All years that hold statements, in order of time. */
  years: PeriodCount[];
  /** All months or years that hold statements, by `timelineUnit(summary)`, in order of time. */
  bars: PeriodCount[];
  /** The newest statements, newest first, at most `NEWEST`. */
  newest: StatementSummary[];
}

export interface HomePage {
  layout: Layout;
  siteTitle: string;
  /** Goes on behind the site's title: `, 12 December 2022 to 7 December 2023`; empty for an empty archive. */
  span: Sentence;
  /** The rest of the opening sentence. */
  promise: string;
  /** Whether this is the sample that came with Dateline. */
  sample: boolean;
  /** `null` in an empty archive, as are the statements. */
  timeline: Timeline | null;
  newest: StatementDays | null;
  more: { text: string; href: string };
  years: YearIndex;
  dateForm: DateForm;
}

export function homePage(site: Site, request: HomeRequest): HomePage {
  const { summary } = request;
  const span = spanOf(summary);
  const promise = promiseOf(summary);
  return {
    layout: layoutOf(site, summary, {
      title: titleOf(summary, span),
      description: `${site.title}${plainSentence(span)} – ${promise}`,
      path: HOME,
      current: null,
      skipTo: summary.total === 0 ? "first steps" : "statements",
      home: true,
    }),
    siteTitle: site.title,
    span,
    promise,
    sample: summary.sample,
    timeline: timeline(summary, request.bars),
    newest: summary.total === 0 ? null : statementDays(request.newest),
    more: moreOf(summary, request.newest.length),
    years: yearIndex(request.years),
    dateForm: EMPTY_DATE_FORM,
  };
}

function spanOf({ first, last }: ArchiveSummary): Sentence {
  if (first === null || last === null) return [];
  const start = [words(", "), dated(longDate(first), first)];
  return first === last ? start : [...start, words(" to "), dated(longDate(last), last)];
}

function promiseOf({ total }: ArchiveSummary): string {
  if (total === 0) return "an archive of dated statements that does not hold any yet.";
  return total === 1
    ? "1 statement, under its own date and at an address that keeps working."
    : `${counted(total, "statement")}, each under its own date and at an address that keeps working.`;
}

function titleOf({ total }: ArchiveSummary, span: Sentence): string {
  return total === 0 ? "no statements yet" : `${counted(total, "statement")}${plainSentence(span)}`;
}

function moreOf({ total }: ArchiveSummary, shown: number): HomePage["more"] {
  const text =
    total > shown ? `All ${counted(total, "statement")}` : "The same statements as a list";
  return { text, href: STATEMENTS };
}
