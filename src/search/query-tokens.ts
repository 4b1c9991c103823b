/** A piece of what was typed into the search box. */
export type QueryToken =
  | { kind: "words"; text: string; without: boolean; prefix: boolean; quoted: boolean }
  | { kind: "field"; name: string; value: string }
  | { kind: "or" };

export const FIELDS = ["agency", "place", "language", "tag", "date"] as const;

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

/** A field cannot be left out. */
const NO_FIELD = new RegExp(`^(?:${FIELDS.join("|")}):`, "i");

/** Hebrew is abbreviated with a sign for which most type a quotation mark: צה"ל. */
const GERSHAYIM = /(?<=\p{Script=Hebrew})["”](?=\p{Script=Hebrew})/gu;

/** The pieces in the order typed, or `null` where a quotation mark stands alone or a field is to be left out: then it cannot be read as written. */
export function queryTokens(typed: string): QueryToken[] | null {
  const tokens: QueryToken[] = [];
  for (const match of typed.replace(GERSHAYIM, "״").matchAll(TOKEN)) {
    const groups = match.groups ?? {};
    if (groups.stray !== undefined) return null;
    if (groups.plainSign === "-" && NO_FIELD.test(groups.plain ?? "")) return null;
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
