import { DatelineError } from "../../src/errors.ts";

/** Throws `usage` where other words came than `expected` allows (see `CommandLine.words`), or an empty one. */
export function refuseOtherWords(expected: string, words: readonly string[]): void {
  const names = expected.split(" ").filter(Boolean);
  const least = names.filter((name) => !name.startsWith("[")).length;
  const most = expected.includes("…") ? Number.POSITIVE_INFINITY : names.length;
  const isFew = words.length < least || words.length > most;
  if (!isFew && !words.includes("")) return;
  const came = isFew ? counted(words.length) : "an empty word";
  throw new DatelineError(
    "usage",
    `Expected ${names.join(" ") || "options only"}, and ${came} came.`,
  );
}

function counted(count: number): string {
  return `${count} ${count === 1 ? "word" : "words"}`;
}
