import { CHECK, checkPath, revisionPath, statementPath, withQuote } from "../permalinks.ts";
import type {
  CheckedPassage,
  CheckedWords,
  QuotationCheck,
} from "../statements/quotation-check.ts";
import type { ArchiveSummary } from "../store/store.ts";
import { type Direction, directionOf } from "../text/direction.ts";
import { QUOTED_ID } from "../text/marked-quotation.ts";
import { type Layout, layoutOf } from "./layout-model.ts";
import { type Leaf, leafOf } from "./leaf.ts";
import type { Site } from "./site.ts";
import { type StatementLine, statementLine } from "./statement-line.ts";

export interface CheckRequest {
  summary: ArchiveSummary;
  /** As typed, without the white space around it; `null` where nothing was. */
  typed: string | null;
  /** `null` where nothing was typed, or no word. */
  check: QuotationCheck | null;
}

/** A statement that holds the quotation, or one near to it. */
export interface CheckedLine {
  leaf: Leaf;
  line: StatementLine;
  /** Where the statement holds it no longer: a sentence. */
  note: string | null;
  passage: {
    href: string;
    language: string;
    direction: Direction;
    words: CheckedWords[];
  };
}

export interface CheckPage {
  layout: Layout;
  heading: string;
  explanation: string;
  /** How words that differ are shown; `null` where none do. */
  key: boolean;
  typed: string;
  lines: CheckedLine[];
  /** Says that there are more. */
  more: string | null;
}

const TITLE = "Check a quotation";

export function checkPage(site: Site, { summary, typed, check }: CheckRequest): CheckPage {
  const { heading, explanation } = toldOf(typed, check);
  return {
    layout: layoutOf(site, summary, {
      title: typed === null ? TITLE : `${heading} – ${TITLE}`,
      description: "Whether this archive holds a quotation word for word, and where.",
      path: typed === null ? CHECK : checkPath(typed),
      current: null,
      skipTo: "answer",
      robots: typed === null ? null : "noindex",
    }),
    heading,
    explanation,
    key: check?.verdict === "altered",
    typed: typed ?? "",
    lines: check?.passages.map((passage) => lineOf(passage)) ?? [],
    more: check?.more ? moreOf(check) : null,
  };
}

function toldOf(typed: string | null, check: QuotationCheck | null) {
  if (typed === null) {
    return {
      heading: TITLE,
      explanation:
        "Paste what somebody is said to have said. The answer is whether a statement of this archive has it word for word, in other words, or not at all.",
    };
  }
  if (check === null) {
    return { heading: "There is no word to look for", explanation: "Paste at least one word." };
  }
  return TOLD[check.verdict];
}

const TOLD = {
  exact: {
    heading: "Word for word",
    explanation:
      "The archive holds this quotation. White space, quotation marks and dashes may be set otherwise; every word and its case are the same.",
  },
  altered: {
    heading: "Not in these words",
    explanation:
      "The archive does not hold this quotation word for word. What comes nearest to it differs.",
  },
  absent: {
    heading: "Not in this archive",
    explanation:
      "No statement here holds this quotation, or words near it. An earlier wording of a statement that has since been revised may have, where little of it is left.",
  },
};

function lineOf({ statement, revision, present, passage, words }: CheckedPassage): CheckedLine {
  const path = present ? statementPath(statement) : revisionPath(statement.id, revision);
  const href = `${withQuote(path, linkable(passage))}#${QUOTED_ID}`;
  return {
    leaf: leafOf(statement.date),
    line: { ...statementLine(statement, false), href },
    note: present
      ? null
      : `This stands in revision ${revision}, and no longer in the present wording.`,
    passage: {
      href,
      language: statement.language,
      direction: directionOf(statement.language),
      words: words.length > 0 ? words : [{ kind: "same", text: passage, apart: false }],
    },
  };
}

/** An address takes so many characters of a quotation; a longer one is marked as far as that. */
const MOST_LINKED = 2_000;

function linkable(passage: string): string {
  if (passage.length <= MOST_LINKED) return passage;
  return passage.slice(0, passage.lastIndexOf(" ", MOST_LINKED));
}

function moreOf({ verdict }: QuotationCheck): string {
  return verdict === "exact"
    ? "These are the newest that hold it; there are more."
    : "These are the nearest; others hold some of the words, too.";
}
