import type { NameKind, StatementFilter } from "../statements/statement-filter.ts";
import type { NameCount, PeriodCount } from "../store/store.ts";
import type { Link } from "./link.ts";
import { NAME_KINDS, nameInWords } from "./list-form.ts";
import type { ListFormValues } from "./list-form-values.ts";
import { listHref } from "./list-query.ts";
import { type Near, nearPeriods } from "./near.ts";
import { nearNames, sameName } from "./near-names.ts";
import { counted } from "./wording.ts";

/** A name that the archive does not hold, and those that it may have been meant for. */
export interface UnknownName {
  /** `The archive names no agency “RIA Nowosti”.` */
  text: string;
  near: Link[];
}

/** What an empty list offers instead of statements. */
export interface EmptyList {
  unknown: UnknownName[];
  /** The list with fewer parts. */
  ways: Link[];
  /** The nearest days with statements, where only dates were asked for. */
  near: Near | null;
}

export interface EmptyListRequest {
  typed: ListFormValues;
  filter: StatementFilter;
  names: Record<NameKind, NameCount[]>;
  nearest: { before: PeriodCount | null; after: PeriodCount | null } | null;
}

export function emptyList(request: EmptyListRequest): EmptyList {
  const { typed, filter, names, nearest } = request;
  const asked = NAME_KINDS.filter((kind) => filter[kind] !== null);
  const unknown = asked.filter((kind) => sameName(filter[kind] ?? "", names[kind]) === null);
  const beside = asked.length === 0 && (nearest?.before || nearest?.after) ? nearest : null;
  return {
    unknown: unknown.map((kind) => unknownName(kind, typed, names[kind])),
    ways: unknown.length > 0 ? [] : widerLists(typed, filter, asked),
    near: beside && nearPeriods("Nearest days with statements", beside.before, beside.after),
  };
}

function unknownName(kind: NameKind, typed: ListFormValues, names: NameCount[]): UnknownName {
  const near = nearNames(typed[kind], names, (name) => nameInWords(kind, name));
  return {
    text: `${UNKNOWN[kind]} “${typed[kind]}”.`,
    near: near.map(({ name, count }) => ({
      label: `${nameInWords(kind, name)}: ${counted(count, "statement")}`,
      href: listHref(typed, { [kind]: name }),
    })),
  };
}

const UNKNOWN: Record<NameKind, string> = {
  agency: "No statement here names an agency",
  place: "No statement here has a dateline from",
  language: "No statement here is in a language",
};

/** The list without its dates, and the list without its names, where both were asked for; else each name alone. */
function widerLists(typed: ListFormValues, filter: StatementFilter, asked: NameKind[]): Link[] {
  const dates = filter.from !== null || filter.to !== null;
  const noNames = { agency: null, place: null, language: null };
  if (dates && asked.length > 0) {
    return [
      { label: "The same on any date", href: listHref(typed, { from: null, to: null }) },
      { label: "Every statement of these dates", href: listHref(typed, noNames) },
    ];
  }
  if (asked.length < 2) return [];
  return asked.map((kind) => ({
    label: `Every statement: ${nameInWords(kind, typed[kind])}`,
    href: listHref(typed, { ...noNames, [kind]: typed[kind] }),
  }));
}
