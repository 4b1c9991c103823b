import { enclosuresOf } from "../statements/enclosures.ts";
import type { RenderedBlock, TextFormat } from "../statements/statement.ts";
import { searchedParagraphs } from "./searched-paragraphs.ts";

/** Fewer words in quotation marks are more often a name, or a word that is held at arm's length. */
const FEWEST_WORDS = 4;

/** So much of a statement is looked through. */
const MOST_CHARACTERS = 300_000;

const BRACKETS = /[([{（［【]/;

/** What the statement quotes, in order: the words between a pair of quotation marks in one paragraph, exactly, without those marks; at most `most`. */
export function quotationsIn(
  content: { text: string; format: TextFormat; blocks: RenderedBlock[] | null },
  most: number,
): string[] {
  const found: string[] = [];
  let room = MOST_CHARACTERS;
  for (const paragraph of searchedParagraphs(content)) {
    room -= paragraph.length;
    if (room < 0 || found.length >= most) break;
    found.push(...quotationsOf(paragraph));
  }
  return found.slice(0, most);
}

/** A quotation within another is part of it. */
function quotationsOf(paragraph: string): string[] {
  const quotations = enclosuresOf(paragraph, false)
    .filter(({ open }) => !BRACKETS.test(paragraph[open] as string))
    .sort((a, b) => a.open - b.open);
  const texts: string[] = [];
  let end = -1;
  for (const { open, close } of quotations) {
    if (open < end) continue;
    end = close;
    const text = paragraph.slice(open + 1, close);
    if (isLong(text)) texts.push(text);
  }
  return texts;
}

function isLong(text: string): boolean {
  if (text.split(/\s+/).filter((word) => word !== "").length >= FEWEST_WORDS) return true;
  // Scripts that set no space between words.
  return (text.match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/gu)?.length ?? 0) >= 8;
}
