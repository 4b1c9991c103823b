import type { FieldFault, Link } from "../pages/error-page.ts";
import { listed } from "../pages/wording.ts";
import { splitEnding } from "./address-ending.ts";
import { LIST_PARAMETERS, QUOTE_PARAMETER, typedValues } from "./list-parameters.ts";
import { badValues } from "./page-problem.ts";

/** Longer values are refused: no date and no name comes near. */
const LONGEST_VALUE = 200;

/** The search box takes anything: its words are read by `readWords`, which bounds them. */
const WORDS = "q";

/** A quotation may be some paragraphs long. */
const LONGEST_QUOTE = 2_000;

/** So many faults are told at once, each with a link that repeats all that could be taken: a page of a thousand helps nobody. */
const MOST_FAULTS = 20;

/** So many of them are named in the title. */
const MOST_NAMED = 5;

/** Marks that others put on links; they say nothing to an archive. */
export const TRACKER =
  /^(utm_.*|mtm_.*|pk_.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|li_fat_id|igshid|igsh|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|_ga|_gl)$/i;

/**
 * The values of an address's query: known names only, each at most once, white space around them taken off, empty ones left
 * out. Trackers are passed over. Throws a 400 that names each part that is unknown, repeated, too long, or not text; the first 20 of them.
 */
export function readQuery(address: string, known: readonly string[]): Map<string, string> {
  const values = new Map<string, string>();
  const faults: FieldFault[] = [];
  const path = pageOf(address);
  for (const [name, given] of decodedParts(queryOf(address))) {
    const value = name === QUOTE_PARAMETER ? given.replace(/\p{Cc}/gu, " ").trim() : given;
    if (!known.includes(name) && TRACKER.test(name)) continue;
    if (name === WORDS && known.includes(name) && !values.has(name)) {
      const words = value.replace(/\p{Cc}/gu, " ").trim();
      if (words !== "") values.set(name, words);
      continue;
    }
    const message = partFault(name, value, known);
    const isRepeated = message === null && value !== "" && values.has(name);
    if (message === null && !isRepeated && value !== "") values.set(name, value);
    // Values behind the last fault that is told count all the same: its link repeats them.
    if (faults.length === MOST_FAULTS) continue;
    if (message) faults.push({ field: shown(name), typed: shown(value), message, suggestions: [] });
    else if (isRepeated) faults.push(repeated(path, values, name, value));
  }
  if (faults.length === 0) return values;
  for (const fault of faults) {
    if (fault.suggestions.length === 0) fault.suggestions = [without(path, values, fault.field)];
  }
  const typed = known === LIST_PARAMETERS ? typedValues(values) : null;
  throw badValues(titleOf(faults), faults, typed);
}

/** What stands behind the first `?`, still encoded; empty where there is none. */
export function queryOf(address: string): string {
  const mark = address.indexOf("?");
  return mark === -1 ? "" : address.slice(mark + 1);
}

/** The page whose data, maybe, are asked for: links lead from page to page, and whoever wants data makes data of them. */
function pageOf(address: string): string {
  return splitEnding(address.split("?", 1)[0] ?? "").page || "/";
}

function decodedParts(query: string): [name: string, value: string][] {
  return query
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const [name = "", ...rest] = part.split("=");
      return [decoded(name), decoded(rest.join("=")).trim()];
    });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    throw badValues(`“${shown(text)}” in the address is not encoded rightly`, []);
  }
}

function partFault(name: string, value: string, known: readonly string[]): string | null {
  if (!known.includes(name)) {
    const takes = known.length === 0 ? "no parameters" : listed([...known]);
    return `“${shown(name)}” is no parameter of this address. It takes ${takes}.`;
  }
  const longest = name === QUOTE_PARAMETER ? LONGEST_QUOTE : LONGEST_VALUE;
  if (value.length > longest)
    return `“${name}” has ${value.length} characters. At most ${longest} are read.`;
  return /\p{Cc}/u.test(value) ? `“${name}” holds a control character. Give plain text.` : null;
}

function repeated(
  path: string,
  values: ReadonlyMap<string, string>,
  name: string,
  second: string,
): FieldFault {
  const first = values.get(name) ?? "";
  return {
    field: name,
    typed: first,
    message: `“${name}” is given as “${first}” and as “${second}”. Give it once.`,
    suggestions: [...new Set([first, second])].map((value) => ({
      label: `Only ${value}`,
      href: pathWith(path, new Map([...values, [name, value]])),
    })),
  };
}

function without(path: string, values: ReadonlyMap<string, string>, name: string): Link {
  const kept = [...values].filter(([other]) => other !== name);
  return { label: `The same without “${name}”`, href: pathWith(path, new Map(kept)) };
}

function pathWith(path: string, values: ReadonlyMap<string, string>): string {
  return values.size === 0 ? path : `${path}?${new URLSearchParams([...values])}`;
}

function titleOf(faults: FieldFault[]): string {
  const names = [...new Set(faults.map((fault) => `“${fault.field}”`))];
  const named = names.length > MOST_NAMED ? [...names.slice(0, MOST_NAMED), "others"] : names;
  return `${listed(named)} cannot be taken as given`;
}

/** Safe to repeat on a page: no control characters, and not without end. */
function shown(text: string): string {
  const plain = text.replace(/\p{Cc}/gu, "\u{fffd}");
  return plain.length > LONGEST_VALUE ? `${plain.slice(0, LONGEST_VALUE)}…` : plain;
}
