declare const isoDate: unique symbol;

/**
 * A calendar day as `YYYY-MM-DD`, from `0001-01-01` to `9999-12-31` in the proleptic Gregorian calendar
 * (ISO 8601-1:2019, 5.2.2.1, extended format). No time, no zone, never a JS `Date`: strings compare as days do.
 */
export type IsoDate = string & { readonly [isoDate]: true };

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

/** How many days the month has: `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) {
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    return leap ? 29 : 28;
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day, or `null` where there is no such day in the years 1 to 9999. */
export function isoDateOf(year: number, month: number, day: number): IsoDate | null {
  const real =
    year >= 1 &&
    year <= 9999 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month);
  if (!real) return null;
  const digits = (value: number, width: number) => String(value).padStart(width, "0");
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}` as IsoDate;
}

/** The day that `text` writes as `YYYY-MM-DD`, or `null` where the form is another or the day does not exist. */
export function parseIsoDate(text: string): IsoDate | null {
  const parts = FORM.exec(text);
  return parts && isoDateOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** Year (1 to 9999), month (1 to 12) and day of the month (1 to 31). */
export function partsOf(date: IsoDate): { year: number; month: number; day: number } {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  };
}

/** Days since 0000-03-01, which is 0: consecutive days have consecutive numbers. */
export function dayNumber(date: IsoDate): number {
  const { year, month, day } = partsOf(date);
  // Years that begin in March put the leap day last, so that months have fixed starts.
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = (month + 9) % 12;
  const leapDays =
    Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((marchMonth * 153 + 2) / 5) + day - 1;
}

/** The day with that number (see `dayNumber`), or `null` outside the years 1 to 9999. */
export function dateOfDayNumber(number: number): IsoDate | null {
  const cycle = Math.floor(number / 146_097);
  const dayOfCycle = number - cycle * 146_097;
  const yearOfCycle = Math.floor(
    (dayOfCycle -
      Math.floor(dayOfCycle / 1460) +
      Math.floor(dayOfCycle / 36_524) -
      Math.floor(dayOfCycle / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0);
  return isoDateOf(year, month, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1);
}

/** The day so many days later (earlier where negative), or `null` outside the years 1 to 9999. */
export function addDays(date: IsoDate, days: number): IsoDate | null {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** 0 for Monday to 6 for Sunday (ISO 8601 order, counted from 0). */
export function weekdayOf(date: IsoDate): number {
  return (dayNumber(date) + 2) % 7;
}
