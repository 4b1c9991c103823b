import { matchKnownNames } from "./match-known-names.ts";
import { matchKnownWords } from "./match-known-words.ts";

/** A file of this run that can be read as a statement. Sums and digests have a character a byte. */
export interface SeenFile {
  /** No other file of the run has it, and every run gives it to the same name in the same folder. */
  key: string;
  /** Of the file's bytes. */
  sha256: string;
  /** Of its date and text. */
  digest: string;
}

/** What earlier runs know of a name. */
export interface KnownName {
  statement: string;
  sha256: string;
  /** Whether the file was already gone when its folder was last looked at. */
  missing: boolean;
  /** Whether it brought the present wording. */
  main: boolean;
  /** Whether the file is still there, readable or not; or may be, because the run did not look. */
  there: boolean;
  /** Whether it held words that the publisher set aside. */
  overruled: boolean;
  /** Whether its statement was taken away. */
  gone: boolean;
}

/** What the archive answers while files are matched. */
export interface MatchQuestions {
  /** The statement whose present date and text have this digest; `null` where none has. */
  statementWith(digest: string): Promise<string | null>;
  /** Whether a file that is still there, and that this run does not read, holds the statement: the one that brought its wording, another, or none. */
  heldElsewhere(statement: string): Promise<"main" | "other" | null>;
  /** Whether the file's day is that of the statement, which was taken away. */
  isOfThatDay(file: SeenFile, statement: string): Promise<boolean>;
  /** Whether date and more than half of the words are new to the statement. */
  isAnother(file: SeenFile, statement: string): Promise<boolean>;
}

/**
 * What a file means to the archive. `leads`: it speaks for its statement, so that a new title or other field counts.
 * `same`: it has the bytes last seen under that name. `from`: the name that it had, where this run could tell. `instead`:
 * the statement that its name stood for until now. `of`: the file of this run that brings the same words. `barred`: its
 * name and day are those of a statement that was taken away, and its words are new.
 */
export type Match =
  | { outcome: "unchanged"; statement: string; leads: boolean; same: boolean }
  | { outcome: "moved"; statement: string; leads: boolean; from: string | null }
  | { outcome: "duplicate"; statement: string }
  | { outcome: "duplicate"; of: string }
  | { outcome: "revised"; statement: string }
  | { outcome: "barred"; statement: string }
  | { outcome: "added"; instead: string | null };

/** What the two steps of matching share. */
export interface Matching {
  seen: SeenFile[];
  known: ReadonlyMap<string, KnownName>;
  ask: MatchQuestions;
  /** By key. */
  matches: Map<string, Match>;
  /** Statements that some file of this run holds. */
  held: Set<string>;
}

/**
 * Tells what each file means, over the whole run: first by date and text, under whatever name; then, of the rest, by
 * name; what is left is new. `seen` is in the order of the report, `known` by key. One match for each file.
 */
export async function matchFiles(
  seen: SeenFile[],
  known: ReadonlyMap<string, KnownName>,
  ask: MatchQuestions,
): Promise<Map<string, Match>> {
  const matching: Matching = { seen, known, ask, matches: new Map(), held: new Set() };
  await matchKnownWords(matching);
  await matchKnownNames(matching);
  return matching.matches;
}
