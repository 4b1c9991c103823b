import type { Asked } from "../store.ts";

/** Whether more than a period is asked for: then the kept counts do not answer. */
export function narrows({ query, filter }: Asked): boolean {
  const { agency, place, language, tag } = filter;
  return query !== null || [agency, place, language, tag].some((name) => name !== null);
}
