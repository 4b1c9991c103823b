import { quoted } from "./quoted.ts";
import type { FieldValue } from "./read-front-matter.ts";

/** What the front matter says beside the date; what it does not say, or says in a form that cannot be taken, is `null` or empty. */
export interface Fields {
  title: string | null;
  agency: string | null;
  place: string | null;
  /** A BCP 47 tag in its usual case. */
  language: string | null;
  /** An `http` or `https` address. */
  url: string | null;
  rights: string | null;
  tags: string[];
}

const LONG_TITLE = 300;

export function emptyFields(): Fields {
  return {
    title: null,
    agency: null,
    place: null,
    language: null,
    url: null,
    rights: null,
    tags: [],
  };
}

/** Takes one field over; what comes back says why it was not taken, or what is odd about it. Names that Dateline does not know are left alone. */
export function readField(fields: Fields, name: string, value: FieldValue): string | null {
  if (value === null) return null;
  if (name === "tags") return readTags(fields, value);
  if (name === "language") return readLanguage(fields, value);
  if (name === "url") return readUrl(fields, value);
  if (name !== "title" && name !== "agency" && name !== "place" && name !== "rights") return null;
  if (typeof value !== "string") return expected(name, "one text", value);
  fields[name] = oneLine(value) || null;
  const isLong = name === "title" && value.length > LONG_TITLE;
  return isLong ? `the title has ${value.length} characters; it is shown whole` : null;
}

function readTags(fields: Fields, value: FieldValue): string | null {
  if (value === null) return null;
  if (typeof value !== "string" && !Array.isArray(value)) return expected("tags", "a list", value);
  const tags = (typeof value === "string" ? value.split(",") : value).map(oneLine);
  fields.tags = [...new Set(tags.filter((tag) => tag !== ""))];
  return null;
}

function readLanguage(fields: Fields, value: FieldValue): string | null {
  const tag = typeof value === "string" ? canonicalTag(value.trim()) : null;
  if (tag === null) return expected("language", "a BCP 47 tag such as en or zh-Hant", value);
  fields.language = tag;
  return null;
}

/** `null` for names of languages, which have the form of a tag by chance: registered primary tags have two or three letters. */
function canonicalTag(text: string): string | null {
  if (!/^[a-z]{2,3}(?:-|$)/i.test(text)) return null;
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
}

function readUrl(fields: Fields, value: FieldValue): string | null {
  const address = typeof value === "string" ? httpAddress(value.trim()) : null;
  if (address === null) return expected("url", "an http or https address", value);
  fields.url = address;
  return null;
}

function httpAddress(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, href, username, password } = new URL(text);
  const isPlain = (protocol === "http:" || protocol === "https:") && !username && !password;
  return isPlain ? href : null;
}

function expected(name: string, what: string, value: FieldValue): string {
  return `${name} left out: expected ${what}, and ${cameAs(value)} came`;
}

function cameAs(value: FieldValue): string {
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value)) return "a list";
  return value === null ? "nothing" : value.other;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
