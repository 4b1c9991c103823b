import { type IsoDate, isoDateOf } from "../statements/iso-date.ts";

const DATE = /(?<!\d)(\d{4})(?:(\d{2})(\d{2})|([-_.])(\d{2})\4(\d{2}))(?!\d)/g;

/**
 * The day that the name of a file holds, as `20230127.txt`, `2023-01-27-title.md` or `minutes_2023_01_27.txt`; `null`
 * where the name holds none, or more than one: nothing is guessed. Folders' names do not count.
 */
export function dateFromName(path: string): IsoDate | null {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dates = new Set<IsoDate>();
  for (const [, year, month, day, , monthApart, dayApart] of name.matchAll(DATE)) {
    const date = isoDateOf(Number(year), Number(month ?? monthApart), Number(day ?? dayApart));
    if (date) dates.add(date);
  }
  return dates.size === 1 ? ([...dates][0] as IsoDate) : null;
}
