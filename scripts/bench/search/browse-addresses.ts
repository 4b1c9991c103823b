import { HOME, listPath, periodPath } from "../../../src/permalinks.ts";
import type { IsoDate } from "../../../src/statements/iso-date.ts";
import { positionOf } from "../../../src/statements/position.ts";
import { FIRST_YEAR, LAST_YEAR } from "../corpus/made-date.ts";
import { between, type Random } from "../corpus/random.ts";

/** Pages that readers leaf through, `count` of each kind. */
export function browseAddresses(random: Random, count: number): Record<string, string[]> {
  const times = (make: () => string) => Array.from({ length: count }, make);
  const year = () => String(between(random, FIRST_YEAR, LAST_YEAR));
  const month = () => `${year()}-${twoDigits(between(random, 1, 12))}`;
  const day = () => `${month()}-${twoDigits(between(random, 1, 28))}`;
  return {
    home: times(() => HOME),
    year: times(() => periodPath(year())),
    month: times(() => periodPath(month())),
    day: times(() => periodPath(day())),
    "deep in the list": times(() => listPath({ after: positionOf(day() as IsoDate, 1) })),
  };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
