import type { StatementWording } from "../../statements/statement.ts";
import type { Prepare } from "./prepare.ts";

/** So many wordings are read, and no more once they hold so many characters. */
const MOST_WORDINGS = 50;
const MOST_CHARACTERS = 500_000;

interface WordingRow {
  n: number;
  text: string;
  markdown: number;
  blocks: string | null;
}

/** See `Store.wordings`. */
export function readWordings(prepare: Prepare, id: string): StatementWording[] {
  const sql = `SELECT r.n, r.text, r.markdown, r.blocks FROM statement s
    JOIN revision r ON r.statement = s.number
    WHERE s.id = ? AND r.erased IS NULL ORDER BY r.n DESC LIMIT ?`;
  const wordings: StatementWording[] = [];
  let characters = 0;
  for (const row of prepare(sql).iterate(id, MOST_WORDINGS) as Iterable<WordingRow>) {
    characters += row.text.length;
    if (characters > MOST_CHARACTERS && wordings.length > 0) break;
    wordings.push(wordingOf(row));
  }
  return wordings;
}

export function wordingOf({ n, text, markdown, blocks }: WordingRow): StatementWording {
  return {
    n,
    text,
    format: markdown === 1 ? "markdown" : "text",
    blocks: blocks === null ? null : JSON.parse(blocks),
  };
}
