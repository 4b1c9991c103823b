import { type IsoDate, parseIsoDate } from "../statements/iso-date.ts";
import { wrongDate } from "./header-error.ts";
import type { Refused } from "./read-bytes.ts";
import type { FieldValue } from "./read-front-matter.ts";

/** A day, or a day with a time behind it, with or without a zone: `2015-03-17`, `2015-03-17 14:00:00 -4`, `2014-03-19T10:14:29-04:00`. */
const DAY_AND_TIME =
  /^(\d{4}-\d{2}-\d{2})(?:(?:[Tt]|\s+)(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-6]\d(?:[.,]\d+)?)?\s*(?:[A-Za-z]{1,5}|[+-]\d{1,2}(?::?\d{2})?)?)?$/;

/** The day that front matter writes; the day as written counts, whatever its time and zone. `null` for nothing. */
export function readWrittenDate(value: FieldValue): IsoDate | null | Refused {
  if (value === null) return null;
  if (typeof value !== "string")
    return {
      refused: "date: a day was expected, and a list or mapping came; write it as YYYY-MM-DD",
    };
  const written = value.trim();
  if (written === "") return null;
  const date = parseIsoDate(DAY_AND_TIME.exec(written)?.[1] ?? "");
  return date ?? { refused: `date: ${wrongDate(written)}` };
}
