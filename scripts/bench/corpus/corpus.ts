import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type MadeStatement, statementFile, statementMaker } from "./made-statement.ts";
import { VOCABULARY } from "./vocabulary.ts";

/** Statement files on disk, in folders of 1,000. */
export interface Corpus {
  folder: string;
  size: number;
  /** Of all statement files together. */
  bytes: number;
  /** How many statements hold the word of each rank. */
  frequencies: Uint32Array;
  /** The statement of that index, 0 to `size` - 1. */
  statement(index: number): MadeStatement;
}

const IN_A_FOLDER = 1000;

export function statementFileName(index: number): string {
  const folder = String(Math.floor(index / IN_A_FOLDER)).padStart(4, "0");
  return path.join(folder, `${String(index).padStart(7, "0")}.txt`);
}

/** Writes a corpus under `place`, or takes the one of that size that an earlier run has left there. */
export function bringCorpus(place: string, size: number): Corpus {
  const folder = path.join(place, `statements-${size}`);
  const index = `${folder}.frequencies`;
  const statement = statementMaker();
  const counted = readIndex(index) ?? writeStatements(folder, size, statement);
  writeFileSync(index, JSON.stringify({ ...counted, frequencies: [...counted.frequencies] }));
  return { folder, size, statement, ...counted };
}

type Counted = Pick<Corpus, "bytes" | "frequencies">;

/** Written last: where it is there, the statements are whole. */
function readIndex(file: string): Counted | null {
  try {
    const { bytes, frequencies } = JSON.parse(readFileSync(file, "utf8"));
    return { bytes, frequencies: Uint32Array.from(frequencies) };
  } catch {
    return null;
  }
}

function writeStatements(folder: string, size: number, statement: Corpus["statement"]): Counted {
  const frequencies = new Uint32Array(VOCABULARY);
  let bytes = 0;
  for (let index = 0; index < size; index += 1) {
    const file = path.join(folder, statementFileName(index));
    if (index % IN_A_FOLDER === 0) mkdirSync(path.dirname(file), { recursive: true });
    const made = statement(index);
    const content = Buffer.from(statementFile(made));
    writeFileSync(file, content);
    bytes += content.length;
    for (const rank of new Set(made.ranks)) frequencies[rank] = (frequencies[rank] as number) + 1;
  }
  return { bytes, frequencies };
}
