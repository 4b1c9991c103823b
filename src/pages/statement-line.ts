import { hitPath, type ListQuery, statementPath } from "../permalinks.ts";
import { dayOf } from "../statements/day-of.ts";
import type { HitWords } from "../statements/hit-words.ts";
import type { IsoDate } from "../statements/iso-date.ts";
import type { StatementSummary, Withdrawal } from "../statements/statement.ts";
import type { Direction } from "../text/direction.ts";
import { markedText } from "../text/marked-text.ts";
import { directionOfWords } from "../text/paragraph-direction.ts";
import type { SafeHtml } from "../text/safe-html.ts";
import { type Leaf, leafOf } from "./leaf.ts";
import { longDate } from "./long-date.ts";
import { type PassageLine, passageLine } from "./passage-line.ts";

/** A statement in a list. */
export interface StatementLine {
  href: string;
  headline: string;
  /** Whether the headline was taken from the text: told to machines at every headline, and to the eye as `mark` says. */
  headlineDerived: boolean;
  /** The headline with the words looked for marked. */
  headlineHtml: SafeHtml;
  /** Of a hit, the words around what was looked for; else `null`. */
  passage: PassageLine | null;
  language: string;
  direction: Direction;
  /** Place and agency, as far as they are known. */
  names: string[];
  /** Our own word on where the headline comes from, in English; `null` where the list says it once for all. */
  mark: string | null;
  /** `withdrawn 22 May 2026`; `null` where it is not. */
  withdrawn: string | null;
  isoDate: IsoDate;
  longDate: string;
}

/** The statements of one day, in the order of the list. */
export interface StatementDay {
  leaf: Leaf;
  statements: StatementLine[];
}

/** Statements under their days, as `parts/statement-days.ejs` prints them. */
export interface StatementDays {
  /** Said once at the head of the list, where nearly all headlines are derived. */
  note: string | null;
  days: StatementDay[];
}

const DERIVED = "from the first sentence";
const OWN = "its own title";
const NOTE =
  "Headlines are first sentences, shortened where they are long; a statement’s own title is marked.";
const ALL_DERIVED_NOTE = "Headlines are first sentences, shortened where they are long.";

/** Whether at least four of five headlines, and at least two, are taken from the text. */
export function nearlyAllDerived(statements: Pick<StatementSummary, "headlineDerived">[]): boolean {
  const derived = statements.filter((statement) => statement.headlineDerived).length;
  return derived >= 2 && derived * 5 >= statements.length * 4;
}

/** A search whose hits are listed: the parts of its address, and where each statement (by id) holds the words. */
export interface ListedSearch {
  address: ListQuery;
  words: ReadonlyMap<string, HitWords>;
}

/** The statements in the order given; a day begins anew wherever the date changes. */
export function statementDays(
  statements: StatementSummary[],
  search: ListedSearch | null = null,
): StatementDays {
  const saidOnce = nearlyAllDerived(statements);
  const days: StatementDay[] = [];
  for (const statement of statements) {
    const line = search ? hitLine(statement, saidOnce, search) : statementLine(statement, saidOnce);
    const day = days.at(-1);
    if (day?.leaf.isoDate === statement.date) day.statements.push(line);
    else days.push({ leaf: leafOf(statement.date), statements: [line] });
  }
  return { note: saidOnce ? noteOn(statements) : null, days };
}

/** `derivedSaid`: the list already says that headlines are derived, so that only the others are marked. */
export function statementLine(statement: StatementSummary, derivedSaid: boolean): StatementLine {
  return {
    href: statementPath(statement),
    headline: statement.headline,
    headlineDerived: statement.headlineDerived,
    headlineHtml: markedText(statement.headline, []),
    passage: null,
    language: statement.language,
    direction: directionOfWords(statement.headline, statement.language),
    names: [statement.place, statement.agency].filter((name) => name !== null),
    mark: headlineMark(statement.headlineDerived, derivedSaid),
    withdrawn: withdrawnMark(statement.withdrawn),
    isoDate: statement.date,
    longDate: longDate(statement.date),
  };
}

function hitLine(
  statement: StatementSummary,
  derivedSaid: boolean,
  { address, words }: ListedSearch,
): StatementLine {
  const line = statementLine(statement, derivedSaid);
  const held = words.get(statement.id) ?? { headline: [], passage: null };
  const href = hitPath(statement, address);
  return {
    ...line,
    href,
    headlineHtml: markedText(statement.headline, held.headline),
    passage: passageLine(held, statement.excerpt, statement.language, href),
  };
}

function withdrawnMark(withdrawn: Withdrawal | null): string | null {
  return withdrawn && `withdrawn ${longDate(dayOf(withdrawn.at))}`;
}

/** The word beside a headline on where it comes from; `null` where none is needed. */
export function headlineMark(derived: boolean, derivedSaid: boolean): string | null {
  if (derived === derivedSaid) return null;
  return derived ? DERIVED : OWN;
}

function noteOn(statements: StatementSummary[]): string {
  return statements.every((statement) => statement.headlineDerived) ? ALL_DERIVED_NOTE : NOTE;
}
