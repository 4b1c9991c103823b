import { between, type Random } from "./random.ts";

export const FIRST_YEAR = 1990;
export const LAST_YEAR = 2025;

/** Of all statements, those on a Saturday or Sunday. */
const WEEKEND_SHARE = 0.06;

const DAY = 86_400_000;
const FIRST = Date.UTC(FIRST_YEAR, 0, 1);
const DAYS = (Date.UTC(LAST_YEAR + 1, 0, 1) - FIRST) / DAY;

/** A day as `YYYY-MM-DD`, mostly a business day. */
export function madeDate(random: Random): string {
  const onWeekend = random() < WEEKEND_SHARE;
  for (;;) {
    const day = new Date(FIRST + between(random, 0, DAYS - 1) * DAY);
    const isWeekend = day.getUTCDay() % 6 === 0;
    if (isWeekend === onWeekend) return day.toISOString().slice(0, 10);
  }
}
