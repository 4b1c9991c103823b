/**
 * How words were read that could not be read as written. `plain`: every word of them is looked for. `shortened`: only the first words
 * are. `cut`: only the first characters were read. `no-words`: they hold nothing that could be looked for.
 */
export type Understood = "plain" | "shortened" | "cut" | "no-words";

const NOTICES: Record<Understood, string> = {
  plain: "This could not be read as it is written, so every word of it is looked for.",
  shortened: "Only the first 32 words are looked for.",
  cut: "Only the first 1,000 characters of this were read.",
  "no-words": "This holds no letter and no figure that could be looked for.",
};

/** What the page says of it; `null` where the words were read as written. */
export function understoodText(understood: Understood | null): string | null {
  return understood && NOTICES[understood];
}
