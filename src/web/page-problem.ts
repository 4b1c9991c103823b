import { DatelineError, type ErrorCode } from "../errors.ts";
import type { FieldFault, Link, Problem } from "../pages/error-page.ts";
import type { ListFormValues } from "../pages/list-form-values.ts";
import type { Tombstone } from "../store/store.ts";

/** What an answer that is no success may carry beside its words. */
export interface ProblemContext {
  /** The fields of the list's form as they came, where the fault is in one. */
  typed?: ListFormValues | null;
  tombstone?: Tombstone | null;
  headers?: Record<string, string>;
}

/** A request that gets no page, with all that its reader is told. */
export class PageProblem extends DatelineError {
  readonly problem: Problem;
  readonly context: ProblemContext;

  constructor(problem: Problem, context: ProblemContext = {}) {
    super(codeOf(problem.status), problem.title);
    this.problem = problem;
    this.context = context;
  }
}

function codeOf(status: Problem["status"]): ErrorCode {
  if (status === 404) return "not-found";
  if (status === 410) return "gone";
  return status >= 500 ? "unavailable" : "bad-request";
}

/** 404 with its reason and ways onward. */
export function notFound(title: string, explanation: string, links: Link[] = []): PageProblem {
  return new PageProblem({ status: 404, title, explanation, faults: [], links });
}

/** 400 for values that could not be taken. `typed` where the list's form is to keep what was typed. */
export function badValues(
  title: string,
  faults: FieldFault[],
  typed: ListFormValues | null = null,
): PageProblem {
  const explanation =
    "Nothing is shown in its place, so that no answer passes for one that you did not ask for.";
  return new PageProblem({ status: 400, title, explanation, faults, links: [] }, { typed });
}
