import { periodPath } from "../permalinks.ts";
import { type IsoDate, partsOf } from "../statements/iso-date.ts";
import { longMonth, weekdayName } from "./long-date.ts";

/** A day, hung left of the date line. */
export interface Leaf {
  isoDate: IsoDate;
  /** `7` */
  day: string;
  /** `December 2023` */
  monthAndYear: string;
  /** `Thursday` */
  weekday: string;
  /** The page of the day. */
  href: string;
}

export function leafOf(date: IsoDate): Leaf {
  const { year, month, day } = partsOf(date);
  return {
    isoDate: date,
    day: String(day),
    monthAndYear: longMonth(year, month),
    weekday: weekdayName(date),
    href: periodPath(date),
  };
}
