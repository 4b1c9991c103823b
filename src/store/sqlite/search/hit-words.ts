import { type Matcher, matcherFor } from "../../../search/matches.ts";
import { type Budget, bestPassage } from "../../../search/passage.ts";
import type { HitWords } from "../../../statements/hit-words.ts";
import type { SearchQuery } from "../../../statements/search-query.ts";
import type { Content, RenderedBlock } from "../../../statements/statement.ts";
import { anchorOfParagraph, searchedParagraphs } from "../../../text/searched-paragraphs.ts";
import { type Prepare, rowOf } from "../prepare.ts";

/** So many characters are looked at beyond the beginnings of all the statements. */
const BEYOND = 300_000;

interface HitRow {
  headline: string;
  headlineDerived: number;
  language: string;
  text: string;
  markdown: number;
  blocks: string | null;
}

/** See `Store.hitWords`. */
export function readHitWords(
  prepare: Prepare,
  ids: string[],
  query: SearchQuery,
): Map<string, HitWords> {
  const matcher = matcherFor(query);
  const budget: Budget = { characters: BEYOND };
  const found = new Map<string, HitWords>();
  const sql = `SELECT s.headline, s.headline_derived AS headlineDerived, s.language, w.text, w.markdown, w.blocks
    FROM statement s JOIN revision w ON w.number = s.wording WHERE s.id = ?`;
  for (const id of ids) {
    const row = rowOf<HitRow>(prepare(sql), id);
    if (!row) continue;
    const passage = passageOf(row, query, matcher, budget);
    found.set(id, { headline: matcher(row.headline, row.language), passage });
  }
  return found;
}

function passageOf(
  row: HitRow,
  query: SearchQuery,
  matcher: Matcher,
  budget: Budget,
): HitWords["passage"] {
  const words = wordingOf(row);
  const found = bestPassage({
    paragraphs: searchedParagraphs(words),
    matcher,
    language: row.language,
    groups: query.all.length,
    shown: row.headlineDerived === 1 ? row.headline : "",
    budget,
  });
  if (found === null) return null;
  const { text, matches, before, after, paragraph } = found;
  return { text, matches, before, after, anchor: anchorOfParagraph(words, paragraph) };
}

function wordingOf({
  text,
  markdown,
  blocks,
}: HitRow): Pick<Content, "text" | "format" | "blocks"> {
  return {
    text,
    format: markdown === 1 ? "markdown" : "text",
    blocks: blocks === null ? null : (JSON.parse(blocks) as RenderedBlock[]),
  };
}
