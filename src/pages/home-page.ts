import { HOME } from "../permalinks.ts";
import type { StatementSummary } from "../statements/statement.ts";
import type { ArchiveSummary, PeriodCount } from "../store/store.ts";
import { type DateForm, EMPTY_DATE_FORM } from "./date-form.ts";
import { type Layout, layoutOf } from "./layout-model.ts";
import type { Site } from "./site.ts";
import { type StatementDays, statementDays } from "./statement-line.ts";

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
  newest: StatementDays;
  dateForm: DateForm;
}

export function homePage(site: Site, request: HomeRequest): HomePage {
  return {
    layout: layoutOf(site, request.summary, {
      title: "",
      description: "",
      path: HOME,
      current: null,
      skipTo: "statements",
      home: true,
    }),
    newest: statementDays(request.newest),
    dateForm: EMPTY_DATE_FORM,
  };
}
