import type { ArchiveSummary, Tombstone } from "../store/store.ts";
import { type DateForm, EMPTY_DATE_FORM } from "./date-form.ts";
import { type FormField, faultyField, textField } from "./form-field.ts";
import { type ImpossibleDay, impossibleDay } from "./impossible-day.ts";
import { type Layout, layoutOf } from "./layout-model.ts";
import { type Leaf, leafOf } from "./leaf.ts";
import type { Link } from "./link.ts";
import { listForm } from "./list-form.ts";
import type { ListFormValues } from "./list-form-values.ts";
import { longInstant } from "./long-instant.ts";
import type { Site } from "./site.ts";

export type { Link };

/** A value that could not be taken. */
export interface FieldFault {
  /** The name of the parameter: `from`; also one that is not known. Empty where the fault is in the path. */
  field: string;
  /** The value as it came; a date in a path as `2023-02-30`. */
  typed: string;
  /** What was wrong and what was expected, in a sentence or two; not shown for a path, of which the explanation speaks. */
  message: string;
  /** The likely meanings, best first. */
  suggestions: Link[];
}

/** What went wrong, in words for the reader; nothing of the machine's insides. */
export interface Problem {
  status: 400 | 404 | 405 | 410 | 414 | 421 | 500 | 503;
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
  title: string;
  explanation: string;
  impossible: ImpossibleDay | null;
  /** What was here until it was taken away. */
  gone: {
    leaf: Leaf;
    reason: string;
    agency: string | null;
    removedAt: string;
    removed: string;
  } | null;
  /** The likely meanings of all faults. */
  suggestions: Link[];
  /** What was wrong with values that have no field in the form. */
  messages: { name: string; typed: string; message: string }[];
  links: Link[];
  /** With what was typed; `null` where a form would not help. */
  form: DateForm | null;
}

/** The reasons stand below it. */
const TAKEN_AWAY =
  "It was taken away. Its address is kept, so that whoever follows it learns what became of it.";

export function errorPage(site: Site, request: ErrorRequest): ErrorPage {
  const { problem, summary } = request;
  const form = formOf(request);
  const shown = new Set(form?.fields.filter(({ fault }) => fault !== null).map(({ name }) => name));
  const unshown = problem.faults.filter(({ field }) => field !== "" && !shown.has(field));
  return {
    layout: layoutOf(site, summary, {
      title: problem.title,
      description: problem.explanation,
      path: null,
      current: null,
      skipTo: "explanation",
      robots: "noindex",
      search: request.typed,
    }),
    title: problem.title,
    explanation: request.tombstone ? TAKEN_AWAY : problem.explanation,
    impossible: firstImpossible(problem.faults),
    gone: request.tombstone && goneOf(request.tombstone),
    suggestions: problem.faults.flatMap(({ suggestions }) => suggestions),
    messages: unshown.map(({ field, typed, message }) => ({ name: field, typed, message })),
    links: problem.links,
    form,
  };
}

/** A form is no help where the archive cannot be read; what was typed stays all the same. */
function formOf({ problem, typed }: ErrorRequest): DateForm | null {
  if (typed === null) return problem.status >= 500 ? null : EMPTY_DATE_FORM;
  const form = listForm(typed, { agency: [], place: [], language: [] });
  return { ...form, fields: form.fields.map((field) => marked(field, problem.faults)) };
}

/** The names are not at hand here, so that every field is a line of text. */
function marked(field: FormField, faults: FieldFault[]): FormField {
  const line = {
    ...textField(field.name, field.label, field.value),
    describedBy: field.describedBy,
  };
  const messages = faults.filter((fault) => fault.field === field.name).map((f) => f.message);
  return messages.length === 0 ? line : faultyField(line, messages.join(" "));
}

function firstImpossible(faults: FieldFault[]): ImpossibleDay | null {
  for (const { typed } of faults) {
    const day = impossibleDay(typed);
    if (day) return day;
  }
  return null;
}

function goneOf({ date, reason, agency, removedAt }: Tombstone): ErrorPage["gone"] {
  return { leaf: leafOf(date), reason, agency, removedAt, removed: longInstant(removedAt) };
}
