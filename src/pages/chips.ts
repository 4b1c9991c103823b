import { parseCalendarPeriod } from "../statements/period.ts";
import type { NameKind } from "../statements/statement-filter.ts";
import { NAME_KINDS, nameInWords } from "./list-form.ts";
import type { ListFormValues } from "./list-form-values.ts";
import { listHref } from "./list-query.ts";
import { longPeriod } from "./long-date.ts";

/** A part of what was asked for; its link leads to the list without it. */
export interface Chip {
  /** `from`, `agency`: what kind of part it is, in words. */
  kind: string;
  /** `January 2023`, `RIA Novosti` */
  text: string;
  href: string;
}

/** One chip for each part of the filter, in the order of the form. `shownNames` are the names as the archive writes them. */
export function chips(typed: ListFormValues, shownNames: Record<NameKind, string | null>): Chip[] {
  const dates = (["from", "to"] as const).map((part) =>
    chip(typed, part, part, inWords(typed[part])),
  );
  const names = NAME_KINDS.map((kind) =>
    chip(typed, kind, KIND_WORDS[kind], nameInWords(kind, shownNames[kind] ?? typed[kind])),
  );
  return [...dates, ...names].filter((each) => each !== null);
}

const KIND_WORDS: Record<NameKind, string> = { agency: "from", place: "place", language: "in" };

function chip(
  typed: ListFormValues,
  part: "from" | "to" | NameKind,
  kind: string,
  text: string,
): Chip | null {
  return typed[part] === "" ? null : { kind, text, href: listHref(typed, { [part]: null }) };
}

function inWords(typed: string): string {
  const period = parseCalendarPeriod(typed);
  return period === null ? typed : longPeriod(period);
}
