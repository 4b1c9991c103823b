/** A date as numbers, real or not; a month has no day, a year neither. */
export interface WrittenDate {
  year: number;
  month: number | null;
  day: number | null;
}

type Reading = (groups: Record<string, string>) => WrittenDate[];

const NAMES = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH_NAME =
  "(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const WEEKDAY = "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?";

/** Every way in which people write dates that can be told apart, first match wins. */
const FORMS: [form: RegExp, reading: Reading][] = [
  [/^(?<y>\d{4})$/, ({ y }) => [date(y)]],
  [/^(?<y>\d{4})[-/. ](?<m>\d{1,2})$/, ({ y, m }) => [date(y, m)]],
  [/^(?<y>\d{4})[-/. ](?<m>\d{1,2})[-/. ](?<d>\d{1,2})(?:t.*)?$/, ({ y, m, d }) => [date(y, m, d)]],
  [/^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/, ({ y, m, d }) => [date(y, m, d)]],
  [/^(?<y>\d{4})(?<m>\d{2})$/, ({ y, m }) => [date(y, m)]],
  [/^(?<m>\d{1,2})[-/. ](?<y>\d{4})$/, ({ y, m }) => [date(y, m)]],
  [/^(?<a>\d{1,2})[-/. ](?<b>\d{1,2})[-/. ](?<y>\d{4})$/, eitherOrder],
  [new RegExp(`^${MONTH_NAME}\\.?,? (?<y>\\d{4})$`), ({ y, name }) => [date(y, numberOf(name))]],
  [
    new RegExp(
      `^${WEEKDAY}(?<d>\\d{1,2})(?:st|nd|rd|th)?\\.? (?:of )?${MONTH_NAME}\\.?,? (?<y>\\d{4})$`,
    ),
    ({ y, name, d }) => [date(y, numberOf(name), d)],
  ],
  [
    new RegExp(`^${WEEKDAY}${MONTH_NAME}\\.? (?<d>\\d{1,2})(?:st|nd|rd|th)?,? (?<y>\\d{4})$`),
    ({ y, name, d }) => [date(y, numberOf(name), d)],
  ],
];

/**
 * What a date in another form may mean, the likelier first: both readings of `01/02/2023`, one of `27 January 2023`,
 * none of words. The dates need not be real.
 */
export function writtenDates(text: string): WrittenDate[] {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\p{Pd}/gu, "-")
    .replace(/\s+/g, " ");
  for (const [form, reading] of FORMS) {
    const groups = form.exec(plain)?.groups;
    if (groups) return reading(groups);
  }
  return [];
}

/** Day first, as most of the world writes, then month first; once where both are the same or only one can be. */
function eitherOrder({ a, b, y }: Record<string, string>): WrittenDate[] {
  const dayFirst = date(y, b, a);
  const monthFirst = date(y, a, b);
  return a === b || Number(a) > 12 ? [dayFirst] : [dayFirst, monthFirst];
}

function date(year?: string, month?: string | number, day?: string): WrittenDate {
  return {
    year: Number(year),
    month: month === undefined ? null : Number(month),
    day: day === undefined ? null : Number(day),
  };
}

/** 1 to 12. */
function numberOf(name = ""): number {
  return NAMES.indexOf(name.slice(0, 3)) + 1;
}
