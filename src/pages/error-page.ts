import type { ArchiveSummary, Tombstone } from "../store/store.ts";
import { type Layout, layoutOf } from "./layout-model.ts";
import type { Site } from "./site.ts";
import type { ListFormValues } from "./statement-list-page.ts";

/** A link with its words. */
export interface Link {
  label: string;
  href: string;
}

/** A value that could not be taken. */
export interface FieldFault {
  /** The name of the parameter: `from`; also one that is not known. */
  field: string;
  /** The value as it came. */
  typed: string;
  /** What was wrong and what was expected, in a sentence or two. */
  message: string;
  /** The likely meanings, best first. */
  suggestions: Link[];
}

/** What went wrong, in words for the reader; nothing of the machine's insides. */
export interface Problem {
  status: 400 | 404 | 405 | 410 | 414 | 500 | 503;
  /** The heading: `There is no 30 February 2023`. */
  title: string;
  /** A sentence or two below it. */
  explanation: string;
  faults: FieldFault[];
  /** Ways onward. */
  links: Link[];
}

export interface ErrorRequest {
  problem: Problem;
  /** `null` where the archive cannot be read. */
  summary: ArchiveSummary | null;
  /** The fields of the list's form as they came, where the fault is in one; else `null`. */
  typed: ListFormValues | null;
  /** Of a 410. */
  tombstone: Tombstone | null;
}

export interface ErrorPage {
  layout: Layout;
}

export function errorPage(site: Site, request: ErrorRequest): ErrorPage {
  return {
    layout: layoutOf(site, request.summary, {
      title: request.problem.title,
      description: request.problem.explanation,
      path: null,
      current: null,
      skipTo: "explanation",
      robots: "noindex",
    }),
  };
}
