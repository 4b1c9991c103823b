import type { QuotationCheck } from "../../../statements/quotation-check.ts";
import type { StatementSummary } from "../../../statements/statement.ts";
import { checkerFor, type FoundPassage } from "../../../text/checked-wordings.ts";
import { type Prepare, rowOf } from "../prepare.ts";
import { readWordings } from "../read-wordings.ts";
import { SUMMARY_COLUMNS, type SummaryRow, summaryOf } from "../statement-rows.ts";
import type { CheckTime } from "./deadline.ts";
import { quotationCandidates } from "./quotation-candidates.ts";
import type { Search } from "./search.ts";

/** So many statements are named. */
const MOST_EXACT = 10;
const MOST_ALTERED = 5;

/** So many characters are compared for one answer: some 200 ms. */
const MOST_CHARACTERS = 1_000_000;

const ABSENT: QuotationCheck = { verdict: "absent", passages: [], more: false };

type Compared = FoundPassage & { statement: StatementSummary };

/** See `Store.checkQuotation`. */
export function checkQuotation(search: Search, typed: string, check: CheckTime): QuotationCheck {
  const checker = checkerFor(typed);
  if (checker === null) return ABSENT;
  const compared: Compared[] = [];
  let room = MOST_CHARACTERS;
  for (const key of quotationCandidates(search, typed, check)) {
    if (room <= 0) break;
    const { summary, wordings } = readCandidate(search.prepare, key);
    room -= wordings.reduce((sum, { text }) => sum + text.length, 0);
    const found = checker(wordings, summary.headlineDerived ? null : summary.headline);
    if (found) compared.push({ statement: summary, ...found });
  }
  return verdictOf(compared);
}

function verdictOf(compared: Compared[]): QuotationCheck {
  const exact = compared.filter(({ share }) => share === 1);
  if (exact.length > 0)
    return { verdict: "exact", ...firstOf(exact.sort(newestFirst), MOST_EXACT) };
  if (compared.length === 0) return ABSENT;
  const nearest = compared.sort((one, other) => other.share - one.share || newestFirst(one, other));
  return { verdict: "altered", ...firstOf(nearest, MOST_ALTERED) };
}

function firstOf(compared: Compared[], most: number): Pick<QuotationCheck, "passages" | "more"> {
  const passages = compared.slice(0, most).map(({ share: _, ...passage }) => passage);
  return { passages, more: compared.length > most };
}

function newestFirst(one: Compared, other: Compared): number {
  return one.statement.date < other.statement.date
    ? 1
    : one.statement.date > other.statement.date
      ? -1
      : 0;
}

/** A statement, and its wordings, the present one first. */
function readCandidate(prepare: Prepare, key: number) {
  const sql = `SELECT ${SUMMARY_COLUMNS} FROM statement s WHERE s.key = ?`;
  const row = rowOf<SummaryRow>(prepare(sql), key);
  if (!row) throw new Error(`the search index holds key ${key}, and no statement does`);
  return { summary: summaryOf(row), wordings: readWordings(prepare, row.id) };
}
