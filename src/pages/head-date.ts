import { periodPath } from "../permalinks.ts";
import { type IsoDate, partsOf } from "../statements/iso-date.ts";
import type { HeadDate } from "./layout-model.ts";
import { longYear, monthName } from "./long-date.ts";

/** The year of a day, for the head of its month. */
export function headYear(date: IsoDate): HeadDate {
  const isoDate = date.slice(0, 4);
  return {
    isoDate,
    parts: [{ text: longYear(partsOf(date).year), href: periodPath(isoDate) }],
  };
}

/** The month and the year of a day, for the head of its own page. */
export function headMonth(date: IsoDate): HeadDate {
  const isoDate = date.slice(0, 7);
  const month = { text: monthName(partsOf(date).month), href: periodPath(isoDate) };
  return { isoDate, parts: [month, ...headYear(date).parts] };
}

/** The whole day, for the head of a statement. */
export function headDay(date: IsoDate): HeadDate {
  const day = { text: String(partsOf(date).day), href: periodPath(date) };
  return { isoDate: date, parts: [day, ...headMonth(date).parts] };
}
