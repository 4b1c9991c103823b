import { isWeekday, monthNamed } from "./months.ts";

/** A day as a dateline writes it, and the place behind it. A weekday alone has only nulls. */
export interface WrittenDay {
  day: number | null;
  /** 1 to 12. */
  month: number | null;
  year: number | null;
  end: number;
}

const YEAR = String.raw`(?:,?\s+(?:de\s+|del\s+)?(\d{4})(?!\d)(?:\s*(?:года|год|г\.|թ\.|թվականի|ил|il))?)?`;
const NAME = String.raw`([\p{L}\p{M}]{2,12}\.?)`;
/** Arabic names a month twice: "27 يناير كانون الثاني". */
const AGAIN = String.raw`(?:\s+(?:(?:كانون|تشرين) (?:الأول|الثاني)|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول))?`;
const DAY_FIRST = new RegExp(
  String.raw`(\d{1,2})(?:st|nd|rd|th|er|º|\.|-ին|-го|-е)?\s+(?:de\s+)?${NAME}${AGAIN}${YEAR}`,
  "iuy",
);
const MONTH_FIRST = new RegExp(String.raw`${NAME}\s+(\d{1,2})(?:st|nd|rd|th)?(?!\d)${YEAR}`, "iuy");
const FIGURES = /(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)|(\d{4})-(\d{2})-(\d{2})(?!\d)/y;
const WEEKDAY = /(\p{L}+)\.?/uy;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function dayOf(
  day: number,
  month: number | null,
  year: string | undefined,
  end: number,
): WrittenDay | null {
  const real = month !== null && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return real ? { day, month, year: year === undefined ? null : Number(year), end } : null;
}

function namedDay(text: string, at: number): WrittenDay | null {
  const first = matchAt(DAY_FIRST, text, at);
  if (first) {
    const day = dayOf(Number(first[1]), monthNamed(first[2] ?? ""), first[3], at + first[0].length);
    if (day) return day;
  }
  const other = matchAt(MONTH_FIRST, text, at);
  return (
    other && dayOf(Number(other[2]), monthNamed(other[1] ?? ""), other[3], at + other[0].length)
  );
}

function figuresDay(text: string, at: number): WrittenDay | null {
  const found = matchAt(FIGURES, text, at);
  if (!found) return null;
  const end = at + found[0].length;
  return found[4] === undefined
    ? dayOf(Number(found[1]), Number(found[2]), found[3], end)
    : dayOf(Number(found[6]), Number(found[5]), found[4], end);
}

/** The day written at `at`: "22 February", "Feb. 22, 2023", "22.02.2023", "2023-02-22", "Wednesday, Feb 22", "Friday"; else `null`. */
export function readDay(text: string, at: number): WrittenDay | null {
  const day = namedDay(text, at) ?? figuresDay(text, at);
  if (day) return day;
  const word = matchAt(WEEKDAY, text, at);
  if (!word || !isWeekday(word[1] ?? "")) return null;
  const end = at + word[0].length;
  const gap = /,?\s+/y;
  const space = matchAt(gap, text, end);
  const dated = space && namedDay(text, end + space[0].length);
  return dated ?? { day: null, month: null, year: null, end };
}
