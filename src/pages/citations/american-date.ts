import { type IsoDate, partsOf } from "../../statements/iso-date.ts";
import { longYear, monthName } from "../long-date.ts";

/** `January 27, 2023` */
export function americanDate(date: IsoDate): string {
  const { year, month, day } = partsOf(date);
  return `${monthName(month)} ${day}, ${longYear(year)}`;
}
