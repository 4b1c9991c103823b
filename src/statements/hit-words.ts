/** A stretch of a text: UTF-16 offsets, `end` not included. */
export interface Stretch {
  start: number;
  end: number;
}

/** Where a statement holds the words looked for. */
export interface HitWords {
  /** In the headline. */
  headline: Stretch[];
  /** The words around them; `null` where none were found in time, or none but in the headline. */
  passage: HitPassage | null;
}

export interface HitPassage {
  /** One line, at most about 260 characters, cut between words, or between characters where one word is longer. */
  text: string;
  /** In `text`. */
  matches: Stretch[];
  /** Of its paragraph, without `#`. */
  anchor: string;
  /** Whether words of the paragraph stand before it, and behind it. */
  before: boolean;
  after: boolean;
}
