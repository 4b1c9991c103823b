import type { Request } from "express";
import type { ListFormValues } from "../pages/list-form-values.ts";
import { STATEMENTS } from "../permalinks.ts";
import { splitEnding } from "./address-ending.ts";
import { typedValues } from "./list-parameters.ts";
import { queryOf } from "./read-query.ts";

/** So many characters of each value are kept, whatever it is. */
const MOST_KEPT = 1000;

/** What the reader of a list typed, unread, for another try once the archive can be read; `null` at any other address. */
export function typedValuesOf({ path, url }: Request): ListFormValues | null {
  if (splitEnding(path.toLowerCase()).page !== STATEMENTS) return null;
  const values = [...new URLSearchParams(queryOf(url))].map(
    ([name, value]) => [name, inOneLine(value.slice(0, MOST_KEPT))] as const,
  );
  return typedValues(new Map(values));
}

function inOneLine(value: string): string {
  return value.replace(/\p{Cc}/gu, " ").trim();
}
