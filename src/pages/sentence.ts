/** A piece of a sentence of ours: plain words, a date, or a name that may be of another script. */
export interface SentencePart {
  text: string;
  /** What `time` says; `null` for anything but a date. */
  isoDate: string | null;
  name: boolean;
}

/** A heading with dates and names in it, as `parts/sentence.ejs` prints it. */
export type Sentence = SentencePart[];

export function words(text: string): SentencePart {
  return { text, isoDate: null, name: false };
}

export function dated(text: string, isoDate: string): SentencePart {
  return { text, isoDate, name: false };
}

export function named(text: string): SentencePart {
  return { text, isoDate: null, name: true };
}

/** The sentence without marks, for a title. */
export function plainSentence(sentence: Sentence): string {
  return sentence.map((part) => part.text).join("");
}
