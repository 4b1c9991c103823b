/** A piece of what was typed into the search box. */
export type QueryToken =
  | { kind: "words"; text: string; without: boolean; prefix: boolean; quoted: boolean }
  | { kind: "field"; name: string; value: string }
  | { kind: "or" };

export const FIELDS = ["agency", "place", "language", "date"] as const;

const OPENING = '"“„«»”';
const TOKEN = new RegExp(
  [
    `(?<field>${FIELDS.join("|")}):(?:[${OPENING}](?<quotedValue>[^"”“»«]*)["”“»«]|(?<value>\\S*))`,
    `(?<quotedSign>-?)[${OPENING}](?<quote>[^"”“»«]*)["”“»«](?<quotedStar>\\*?)`,
    `(?<plainSign>(?<=^|\\s)-?)(?<plain>[^\\s${OPENING}]+)`,
    `(?<stray>[${OPENING}])`,
  ].join("|"),
  "giu",
);

/** The pieces in the order typed, or `null` where a quotation mark stands alone: then it cannot be read as written. */
export function queryTokens(typed: string): QueryToken[] | null {
  const tokens: QueryToken[] = [];
  for (const match of typed.matchAll(TOKEN)) {
    const groups = match.groups ?? {};
    if (groups.stray !== undefined) return null;
    tokens.push(tokenOf(groups));
  }
  return tokens;
}

function tokenOf(groups: Record<string, string | undefined>): QueryToken {
  if (groups.field !== undefined) {
    const value = groups.quotedValue ?? groups.value ?? "";
    return { kind: "field", name: groups.field.toLowerCase(), value };
  }
  if (groups.quote !== undefined) {
    const without = groups.quotedSign === "-";
    const prefix = groups.quotedStar === "*";
    return { kind: "words", text: groups.quote, without, prefix, quoted: true };
  }
  const plain = groups.plain ?? "";
  if (plain === "OR" && groups.plainSign === "") return { kind: "or" };
  const prefix = plain.endsWith("*");
  return { kind: "words", text: plain, without: groups.plainSign === "-", prefix, quoted: false };
}
