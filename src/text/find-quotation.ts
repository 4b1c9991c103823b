import { type FormPiece, type QuotableForm, quotableForm } from "./quotable-form.ts";
import type { Span } from "./whole-characters.ts";
import { isWordEdge } from "./word-edge.ts";

/** A text that repeats itself is marked so often. */
const MOST_FOUND = 100;

/** A quotation as it is looked for. */
export interface Quotation {
  /** As typed. */
  typed: string;
  /** Its `quotableForm`, and the same without what a writer sets around a quotation; both begin and end with something. */
  forms: string[];
}

/** What stands around a quotation and not in it: quotation marks, ellipses, and a comma or full stop before the closing mark. */
const OPENING = /^(?:['\s]|\.{3}|[[(]\.{3}[\])])+/;
const CLOSING = /(?:['\s]|\.{3}|[[(]\.{3}[\])]|[.,;:])+$/;

/** `null` for what holds no letter and no digit. */
export function readQuotation(typed: string): Quotation | null {
  const { form } = quotableForm(typed);
  const bare = form.replace(OPENING, "").replace(CLOSING, "");
  if (!/[\p{L}\p{N}]/u.test(bare)) return null;
  return { typed, forms: [...new Set([form, bare])] };
}

/** Whether it holds a letter or a digit, so that it can be looked for. */
export function isQuotable(typed: string): boolean {
  return readQuotation(typed) !== null;
}

/** A text in which quotations are looked for. */
export interface QuotableText extends QuotableForm {
  text: string;
}

export function quotableText(text: string): QuotableText {
  return { text, ...quotableForm(text) };
}

/**
 * Where the text holds the quotation word for word, in order, none overlapping, at most 100 places: as typed, else without the marks
 * around it. White space, quotation marks, dashes and ellipses count as in `quotableForm`; letters and their case must be the
 * same, and words whole.
 */
export function findQuotation(within: QuotableText, { forms }: Quotation): Span[] {
  for (const form of forms) {
    const found = placesOf(within, form);
    if (found.length > 0) return found;
  }
  return [];
}

function placesOf(within: QuotableText, form: string): Span[] {
  const found: Span[] = [];
  let from = 0;
  while (found.length < MOST_FOUND) {
    const at = within.form.indexOf(form, from);
    if (at === -1) break;
    const start = startAt(within, at);
    const end = start === null ? null : endAt(within, at + form.length);
    if (start !== null && end !== null) found.push({ start, end });
    // Where nothing can begin, nothing is tried: a text of one letter without end would else be gone through again at each.
    from = end !== null ? at + form.length : nextStart(within, at + 1);
  }
  return found;
}

/** Where in the text the form's place `at` is, as the beginning of a quotation; `null` where none can begin. */
function startAt({ text, pieces }: QuotableText, at: number): number | null {
  const piece = pieceAt(pieces, at);
  if (!piece.plain && piece.at !== at) return null;
  const start = piece.start + (piece.plain ? at - piece.at : 0);
  return isWordEdge(text, start, "start") ? start : null;
}

function endAt({ text, form, pieces }: QuotableText, at: number): number | null {
  const piece = pieceAt(pieces, at - 1);
  if (!piece.plain && at < form.length && pieceAt(pieces, at) === piece) return null;
  const end = piece.plain ? piece.start + (at - piece.at) : piece.end;
  return isWordEdge(text, end, "end") ? end : null;
}

function nextStart(within: QuotableText, from: number): number {
  let at = from;
  while (at < within.form.length && startAt(within, at) === null) at++;
  return at;
}

function pieceAt(pieces: FormPiece[], at: number): FormPiece {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((pieces[middle] as FormPiece).at <= at) low = middle;
    else high = middle - 1;
  }
  return pieces[low] as FormPiece;
}
