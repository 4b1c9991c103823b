import type { StatementSummary, Withdrawal } from "../../statements/statement.ts";
import { dateOfKey } from "./statement-key.ts";
import { excerptPartSql, readExcerpt } from "./stored-excerpt.ts";

/** A row of `SUMMARY_COLUMNS`. */
export interface SummaryRow {
  key: number;
  id: string;
  slug: string | null;
  headline: string;
  headlineDerived: number;
  place: string | null;
  agency: string | null;
  language: string;
  excerpt: string | number;
  excerptPart: string | null;
  withdrawnAt: string | null;
  withdrawnFor: string | null;
}

/** What a list shows, of the statement `s`. The text is touched only where the excerpt is a part of it. */
export const SUMMARY_COLUMNS = `s.key, s.id, s.slug, s.headline, s.headline_derived AS headlineDerived,
  s.place, s.agency, s.language, s.excerpt,
  CASE WHEN typeof(s.excerpt) = 'integer' THEN
    (SELECT ${excerptPartSql("r.text", "s.excerpt")} FROM revision r WHERE r.number = s.wording)
  END AS excerptPart,
  (SELECT u.at FROM event e JOIN run u ON u.number = e.run WHERE e.number = s.withdrawn) AS withdrawnAt,
  (SELECT e.reason FROM event e WHERE e.number = s.withdrawn) AS withdrawnFor`;

export function summaryOf(row: SummaryRow): StatementSummary {
  return {
    id: row.id,
    date: dateOfKey(row.key),
    slug: row.slug,
    headline: row.headline,
    headlineDerived: row.headlineDerived === 1,
    place: row.place,
    agency: row.agency,
    language: row.language,
    excerpt: readExcerpt(row.excerpt, row.excerptPart),
    withdrawn: withdrawalOf(row),
  };
}

function withdrawalOf({ withdrawnAt, withdrawnFor }: SummaryRow): Withdrawal | null {
  return withdrawnAt === null ? null : { at: withdrawnAt, reason: withdrawnFor ?? "" };
}
