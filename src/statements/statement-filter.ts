import type { Period } from "./period.ts";

/** What the reader asked for. Parts that are `null` are not asked for; the rest must all hold. */
export interface StatementFilter extends Period {
  /** Names as shown, in any case. */
  agency: string | null;
  place: string | null;
  /** A BCP 47 language tag, in any case. */
  language: string | null;
  /** In any case. */
  tag: string | null;
}

/** `newest`: latest day first, and within a day the last place first. `oldest` is its exact reverse. */
export type SortOrder = "newest" | "oldest";

/** A name by which statements may be narrowed. */
export type NameKind = "agency" | "place" | "language";

/** The filter that every statement passes. */
export const EVERYTHING: StatementFilter = {
  from: null,
  to: null,
  agency: null,
  place: null,
  language: null,
  tag: null,
};
