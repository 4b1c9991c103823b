/** A whole number for the eye: `1,234`. `Intl` would say the same, and takes as long to load as all pages. */
export function figure(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** A count with its noun: `1 statement`, `1,234 statements`. The plural is the noun with "s" unless given. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${figure(count)} ${count === 1 ? noun : plural}`;
}

/** `a`, `a and b`, `a, b and c`; empty for no words. */
export function listed(words: string[], conjunction: "and" | "or" = "and"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${conjunction} ${words.at(-1)}`;
}
