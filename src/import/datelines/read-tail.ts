import { isAgency, looksLikeName } from "./agencies.ts";
import { readDay } from "./read-day.ts";

/** What stands between the place and the text. */
export interface WrittenTail {
  agency: string | null;
  /** Whether the agency stands in brackets or between strokes: `(AFP)`, `/TASS/`, `[APA]`. */
  agencyInBrackets: boolean;
  hasDay: boolean;
  day: number | null;
  month: number | null;
  year: number | null;
  /** What closed the dateline. */
  closedBy: "dash" | "stop" | "line";
  end: number;
}

const DASH = /\s*[.,]?(?:\s+[-_]|\s*(?:--+|[–—―−‒]+))\s*(?:[-–—]\s*)?|\s*\.-\s*/y;
const BRACKETS = /\s*[.,،]?\s*(?:\(([^()\n]{1,60})\)|\/([^/\n]{2,40})\/|\[([^[\]\n]{2,40})\])/y;
const SEPARATOR = /\s*[.,،]\s*(?:(?:le|el|den|am|a)\s+(?=\d))?|\s+/iy;
const NAME_TO_STOP =
  /([\p{L}\p{N}][^.,،:։()\n–—]{0,39}?)(?=\s*(?:[.։:](?:\s|$)|[,،]?\s+[-–—]|\s*(?:--|[–—])|[,،]\s|\s+\())|((?:[\p{L}]+\.){1,2}(?:am|ru|net|com|az)\b)/iuy;
/** A stop; before it may stand who signs: "RIA Novosti, Ivan Petrov." */
const STOP = /(?:, \p{Lu}\p{Ll}+ \p{Lu}[\p{L}-]+)?\s*[.։:](?=\s|$)\s*/uy;
const LINE_END = /[.,]?[^\S\n]*\n\s*/y;

type Draft = Omit<WrittenTail, "closedBy">;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function withDay(draft: Draft, text: string, at: number): Draft | null {
  if (draft.hasDay) return null;
  const found = readDay(text, at);
  return found && { ...draft, ...found, hasDay: true };
}

/** `(Agency)`, `(22 February 2023)`, `(Agency, 22 February)`. */
function withBrackets(draft: Draft, text: string): Draft | null {
  const found = matchAt(BRACKETS, text, draft.end);
  if (!found) return null;
  const words = (found[1] ?? found[2] ?? found[3] ?? "").trim();
  const end = draft.end + found[0].length;
  const dated = withDay(draft, words, 0);
  if (dated && dated.end === words.length) return { ...dated, end };
  const name = words.split(/,\s/)[0] ?? "";
  if (draft.agency !== null || !looksLikeName(name) || /^\d/.test(name)) return null;
  const later = withDay(draft, words, name.length + 2);
  return { ...draft, ...later, agency: name, agencyInBrackets: true, end };
}

function withName(draft: Draft, text: string, at: number): Draft | null {
  if (draft.agency !== null) return null;
  const name = matchAt(NAME_TO_STOP, text, at)?.[0]?.trim();
  if (name === undefined || !(isAgency(name) || (draft.hasDay && isAcronym(name)))) return null;
  return { ...draft, agency: name, agencyInBrackets: false, end: at + name.length };
}

/** "APA", "KAZINFORM": one word in capitals that is no Roman figure. */
function isAcronym(name: string): boolean {
  return /^\p{Lu}{3,12}$/u.test(name) && !/^[IVXLCDM]+$/.test(name);
}

function nextPart(draft: Draft, text: string): Draft | null {
  const separator = matchAt(SEPARATOR, text, draft.end);
  const at = draft.end + (separator?.[0].length ?? 0);
  const part = separator && (withDay(draft, text, at) ?? withName(draft, text, at));
  return withBrackets(draft, text) ?? part ?? null;
}

function closed(draft: Draft, text: string): WrittenTail | null {
  const dash = matchAt(DASH, text, draft.end);
  if (dash) {
    const end = draft.end + dash[0].length;
    const named = withName(draft, text, end);
    const stop = named && matchAt(STOP, text, named.end);
    if (named && stop) return { ...named, end: named.end + stop[0].length, closedBy: "stop" };
    const again = named && matchAt(DASH, text, named.end);
    if (named && again) return { ...named, end: named.end + again[0].length, closedBy: "dash" };
    return { ...draft, end, closedBy: "dash" };
  }
  const line = draft.hasDay && matchAt(LINE_END, text, draft.end);
  if (line) return { ...draft, end: draft.end + line[0].length, closedBy: "line" };
  if (draft.agency === null && !draft.hasDay) return null;
  const isSigned = draft.agencyInBrackets && draft.hasDay && isAgency(draft.agency ?? "");
  const stop =
    matchAt(STOP, text, draft.end) ?? (isSigned ? matchAt(/\s+/y, text, draft.end) : null);
  return stop && { ...draft, end: draft.end + stop[0].length, closedBy: "stop" };
}

/** Reads days and agencies from `at` up to the dash, stop or line end that closes a dateline; `null` where nothing closes it. */
export function readTail(text: string, at: number): WrittenTail | null {
  let draft: Draft = {
    agency: null,
    agencyInBrackets: false,
    hasDay: false,
    day: null,
    month: null,
    year: null,
    end: at,
  };
  for (let parts = 0; parts < 4; parts++) {
    const next = nextPart(draft, text);
    if (!next) break;
    draft = next;
  }
  return closed(draft, text);
}
