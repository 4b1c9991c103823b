import type { Instant } from "../statements/statement.ts";

const FORM =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d\d) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d\d:\d\d:\d\d) GMT$/;

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** The instant as headers have it (RFC 1123, as RFC 9110, 5.6.7 fixes it): `Thu, 23 Feb 2023 06:40:00 GMT`. */
export function httpDate(instant: Instant): string {
  return new Date(instant).toUTCString();
}

/** The instant that such a date means; `null` for any other form, a day that does not exist, and another weekday than the day has. */
export function readHttpDate(written: string): Instant | null {
  const [, day, month = "", year, time] = FORM.exec(written) ?? [];
  const inFigures = String(MONTHS.indexOf(month) + 1).padStart(2, "0");
  const instant = `${year}-${inFigures}-${day}T${time}Z`;
  return httpDate(instant) === written ? instant : null;
}
