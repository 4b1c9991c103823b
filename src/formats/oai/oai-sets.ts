import { foldName } from "../../statements/fold-name.ts";
import type { IsoDate } from "../../statements/iso-date.ts";
import { parseCalendarPeriod } from "../../statements/period.ts";
import { EVERYTHING, type StatementFilter } from "../../statements/statement-filter.ts";

const AGENCY = "agency:";
const YEAR = "year:";

/** Whether it can be a `setSpec` (OAI-PMH 2.0, 2.6). */
const SET_SPEC = /^[A-Za-z0-9\-_.!~*'()]+(:[A-Za-z0-9\-_.!~*'()]+)*$/;

export function isSetSpec(text: string): boolean {
  return SET_SPEC.test(text);
}

/**
 * The set of an agency's statements, however they write it: `RIA Novosti` → `agency:ria_novosti`. A space is `_`, and every
 * other byte that a set's name may not hold `!` and two figures, as `!d0`.
 */
export function agencySet(agency: string): string {
  const bytes = Buffer.from(foldName(agency));
  return AGENCY + [...bytes].map(writtenByte).join("");
}

/** `year:2023` */
export function yearSet(date: IsoDate): string {
  return YEAR + date.slice(0, 4);
}

/** The statements of a set; `null` where no set can have that name. */
export function filterOfSet(setSpec: string): StatementFilter | null {
  if (setSpec.startsWith(YEAR)) {
    const year = parseCalendarPeriod(setSpec.slice(YEAR.length));
    return year?.unit === "year" ? { ...EVERYTHING, from: year.first, to: year.last } : null;
  }
  const agency = setSpec.startsWith(AGENCY) ? readAgency(setSpec.slice(AGENCY.length)) : null;
  return agency ? { ...EVERYTHING, agency } : null;
}

function writtenByte(byte: number): string {
  const character = String.fromCharCode(byte);
  if (/[a-z0-9-]/.test(character)) return character;
  return character === " " ? "_" : `!${byte.toString(16).padStart(2, "0")}`;
}

function readAgency(written: string): string | null {
  const encoded = written.replaceAll("_", "%20").replaceAll("!", "%");
  try {
    const agency = decodeURIComponent(encoded);
    return agencySet(agency) === AGENCY + written ? agency : null;
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
