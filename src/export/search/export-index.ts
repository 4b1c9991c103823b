import { statementDays } from "../../pages/statement-line.ts";
import { PLAIN_LATIN } from "../../statements/plain-latin.ts";
import type { Statement } from "../../statements/statement.ts";
import { exportedAddress } from "../file-of-address.ts";
import { foundWords } from "./found-words.ts";

/** Statements in one piece. */
const STATEMENTS_IN_PIECE = 200;

/** A piece with words ends behind so many characters. */
const WORDS_IN_PIECE = 100_000;

/** A file of the index. */
export interface IndexFile {
  file: string;
  text: string;
}

/** What is shown of a statement that was found: day, the day in words, headline, file, language, direction, place and agency, withdrawal. */
type Shown = [string, string, string, string, string, string, string, string];

/**
 * Which statements hold which words, as scripts that a page loads as it needs them: a page that was opened from a folder may read no
 * other files.
 */
export class ExportIndex {
  /** By word: the numbers of its statements, ascending. */
  readonly #held = new Map<string, number[]>();
  readonly #shown: Shown[] = [];

  /** Statements are to be added from the oldest to the newest. */
  add(statement: Statement): void {
    const number = this.#shown.length;
    this.#shown.push(shownOf(statement));
    for (const word of wordsOf(statement)) {
      const held = this.#held.get(word);
      if (held) held.push(number);
      else this.#held.set(word, [number]);
    }
  }

  /** The pieces, and then the file that says what is in them. */
  *files(): Generator<IndexFile> {
    for (let at = 0; at < this.#shown.length; at += STATEMENTS_IN_PIECE) {
      const shown = this.#shown.slice(at, at + STATEMENTS_IN_PIECE);
      yield pieceOf("statements", at / STATEMENTS_IN_PIECE, shown);
    }
    const firstWords: string[] = [];
    for (const lines of this.#pieces()) {
      yield pieceOf("words", firstWords.length, lines);
      firstWords.push((lines[0] as string).split(" ", 1)[0] as string);
    }
    const facts = {
      statements: this.#shown.length,
      inPiece: STATEMENTS_IN_PIECE,
      firstWords,
      plain: PLAIN_LATIN,
    };
    yield {
      file: "search/index.js",
      text: `datelineIndex(${JSON.stringify(facts)}, ${foundWords});\n`,
    };
  }

  /** Lines of a word and its statements, in the order of UTF-16, cut into pieces. */
  *#pieces(): Generator<string[]> {
    let piece: string[] = [];
    let length = 0;
    for (const word of [...this.#held.keys()].sort()) {
      const line = lineOf(word, this.#held.get(word) ?? []);
      piece.push(line);
      length += line.length;
      if (length < WORDS_IN_PIECE) continue;
      yield piece;
      piece = [];
      length = 0;
    }
    if (piece.length > 0) yield piece;
  }
}

/** The word and its statements, each as the distance from the one before, in base 36. */
function lineOf(word: string, numbers: readonly number[]): string {
  const distances = numbers.map((number, at) => (number - (numbers[at - 1] ?? 0)).toString(36));
  return `${word} ${distances.join(" ")}`;
}

function wordsOf(statement: Statement): Set<string> {
  const { date, text, headline, place, agency, tags } = statement;
  const all = [date, headline, place, agency, ...tags, text].filter((part) => part !== null);
  return new Set(foundWords(all.join("\n"), PLAIN_LATIN));
}

function shownOf(statement: Statement): Shown {
  const line = statementDays([statement]).days[0]?.statements[0];
  const file = line && exportedAddress(line.href)?.file;
  if (!file) throw new Error(`${statement.id}: expected a statement that is exported`);
  const { isoDate, longDate, headline, language, direction, names, withdrawn } = line;
  return [
    isoDate,
    longDate,
    headline,
    file,
    language,
    direction,
    names.join(" · "),
    withdrawn ?? "",
  ];
}

function pieceOf(name: string, number: number, rows: unknown[]): IndexFile {
  const text = `datelinePiece("${name}", ${number}, ${JSON.stringify(rows)});\n`;
  return { file: `search/${name}-${number}.js`, text };
}
