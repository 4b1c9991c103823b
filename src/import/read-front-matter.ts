import { isMap, isScalar, isSeq, parseDocument, type YAMLError, type YAMLMap } from "yaml";
import type { IsoDate } from "../statements/iso-date.ts";
import { emptyFields, type Fields, readField } from "./front-matter-fields.ts";
import { indentQuotedLines } from "./indent-quoted-lines.ts";
import { visible } from "./quoted.ts";
import type { Refused } from "./read-bytes.ts";
import type { FrontMatter } from "./split-front-matter.ts";
import { readWrittenDate } from "./written-date.ts";

export interface FrontMatterRead {
  /** `null` where it has none. */
  date: IsoDate | null;
  fields: Fields;
  /** One for each field that was left out because its value cannot be taken. */
  warnings: string[];
}

/**
 * Reads YAML front matter (YAML 1.2, core schema; every scalar as it is written). Nothing in it is resolved or run: an
 * alias is no value. A fault of its YAML, or a date that is not certain, refuses the file.
 */
export function readFrontMatter(matter: FrontMatter): FrontMatterRead | Refused {
  const top = parse(matter);
  if ("refused" in top) return top;
  const read: FrontMatterRead = { date: null, fields: emptyFields(), warnings: [] };
  for (const [name, value] of top.values) {
    if (name !== "date") {
      const warning = readField(read.fields, name, value);
      if (warning) read.warnings.push(`front matter: ${warning}`);
      continue;
    }
    const date = readWrittenDate(value);
    if (date !== null && typeof date === "object")
      return { refused: `front matter: ${date.refused}` };
    read.date = date;
  }
  return read;
}

/** A value of the front matter: the text of a scalar, the texts of a list, `null` for nothing, or what else came, in a word. */
export type FieldValue = string | string[] | null | { other: string };

function parse(matter: FrontMatter): { values: [string, FieldValue][] } | Refused {
  try {
    const document = parseLeniently(matter.yaml);
    const error = document.errors[0];
    if (error?.code === "RESOURCE_EXHAUSTION") return tooDeep(matter);
    if (error) return faultyYaml(matter, error);
    if (document.contents === null) return { values: [] };
    if (isMap(document.contents)) return { values: valuesOf(document.contents) };
    return {
      refused: `line ${matter.line}: front matter was expected to hold lines such as “title: …”`,
    };
  } catch {
    return tooDeep(matter);
  }
}

/** The parser found the end of the stack, and said so in words of its own, or did not notice. */
function tooDeep(matter: FrontMatter): Refused {
  return { refused: `line ${matter.line}: the front matter is nested too deeply; write it flat` };
}

function parseLeniently(yaml: string) {
  const options = { schema: "core", logLevel: "silent", prettyErrors: true } as const;
  const document = parseDocument(yaml, options);
  if (document.errors.length === 0) return document;
  const mended = parseDocument(indentQuotedLines(yaml), options);
  return mended.errors.length === 0 ? mended : document;
}

function faultyYaml(matter: FrontMatter, error: YAMLError): Refused {
  const line = matter.line - 1 + (error.linePos?.[0].line ?? 1);
  const message = visible(error.message.split(" at line ", 1)[0] as string).slice(0, 200);
  return {
    refused: `line ${line}: front matter is not YAML: ${message}; mend it, perhaps with quotation marks around the value`,
  };
}

function valuesOf(map: YAMLMap): [string, FieldValue][] {
  return map.items.flatMap(({ key, value }) => {
    const name = isScalar(key) ? String(key.value) : null;
    return name === null ? [] : [[name, fieldValue(value)] as [string, FieldValue]];
  });
}

function fieldValue(node: unknown): FieldValue {
  if (node === null) return null;
  if (isScalar(node)) return textOf(node);
  if (!isSeq(node)) return { other: isMap(node) ? "a mapping" : "an alias" };
  const items = node.items.map((item) => (isScalar(item) ? textOf(item) : undefined));
  if (items.includes(undefined)) return { other: "a list of lists" };
  return items.filter((item): item is string => typeof item === "string");
}

/** As written: `1984` stays `1984` and `2023-01` is no date. */
function textOf(scalar: { value: unknown; source?: string }): string | null {
  if (scalar.value === null) return null;
  return typeof scalar.value === "string" ? scalar.value : (scalar.source ?? String(scalar.value));
}
