import type { FieldFault, Problem } from "../pages/error-page.ts";
import type { Link } from "../pages/link.ts";
import { type DataFormat, dataPath } from "../permalinks.ts";
import type { Tombstone } from "../store/store.ts";

/**
 * A problem as data (RFC 9457, 3): `title` is the status in words, because `type` is left out; `faults` are the values that
 * could not be taken, and `links` ways onward, all of them to data.
 */
export interface ProblemDetails {
  status: number;
  title: string;
  detail: string;
  faults: Problem["faults"];
  links: Problem["links"];
  /** Of a 410: what was here until it was taken away. */
  gone?: Tombstone;
}

export const PROBLEM_TYPE = "application/problem+json; charset=utf-8";

/** `statusText` is that of HTTP: `Not Found`. */
export function problemDetails(
  problem: Problem,
  statusText: string,
  tombstone: Tombstone | null = null,
): ProblemDetails {
  return {
    status: problem.status,
    title: statusText,
    detail: sentences(problem),
    faults: problem.faults.map(withDataLinks),
    links: problem.links.map((link) => dataLink(link, "json")),
    ...(tombstone && { gone: tombstone }),
  };
}

/** A problem as plain text: what is wrong, then each fault with its likely meanings, then ways onward. */
export function problemText(problem: Problem): string {
  const faults = problem.faults.map((fault) =>
    [fault.message, ...fault.suggestions.map(linkLine)].join("\n"),
  );
  return `${[sentences(problem), ...faults, ...problem.links.map(linkLine)].join("\n\n")}\n`;
}

function withDataLinks(fault: FieldFault): FieldFault {
  return { ...fault, suggestions: fault.suggestions.map((link) => dataLink(link, "json")) };
}

function dataLink({ label, href }: Link, format: DataFormat): Link {
  return { label, href: dataPath(href, format) };
}

function linkLine(link: Link): string {
  const { label, href } = dataLink(link, "txt");
  return `  ${label}: ${href}`;
}

function sentences({ title, explanation }: Problem): string {
  return explanation === "" ? `${title}.` : `${title}. ${explanation}`;
}
