import type { Problem } from "../pages/error-page.ts";

/**
 * A problem as data (RFC 9457, 3): `title` is the status in words, because `type` is left out; `faults` are the values that
 * could not be taken, and `links` ways onward.
 */
export interface ProblemDetails {
  status: number;
  title: string;
  detail: string;
  faults: Problem["faults"];
  links: Problem["links"];
}

export const PROBLEM_TYPE = "application/problem+json; charset=utf-8";

/** `statusText` is that of HTTP: `Not Found`. */
export function problemDetails(problem: Problem, statusText: string): ProblemDetails {
  const { status, faults, links } = problem;
  return { status, title: statusText, detail: sentences(problem), faults, links };
}

/** A problem as plain text: what is wrong, then each fault with its likely meanings, then ways onward. */
export function problemText(problem: Problem): string {
  const faults = problem.faults.map((fault) =>
    [fault.message, ...fault.suggestions.map(linkLine)].join("\n"),
  );
  return `${[sentences(problem), ...faults, ...problem.links.map(linkLine)].join("\n\n")}\n`;
}

function linkLine({ label, href }: { label: string; href: string }): string {
  return `  ${label}: ${href}`;
}

function sentences({ title, explanation }: Problem): string {
  return explanation === "" ? `${title}.` : `${title}. ${explanation}`;
}
