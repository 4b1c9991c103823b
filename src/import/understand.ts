import { deriveHeadline, excerptAfter } from "../statements/headline.ts";
import type { Content, RenderedBlock } from "../statements/statement.ts";
import { plainTextOf, renderMarkdown } from "../text/markdown.ts";
import { unwrapped } from "../text/paragraphs.ts";
import { readDateline } from "./dateline.ts";
import { languageOf } from "./language.ts";
import type { StatementFile } from "./read-statement-file.ts";

export interface Understood {
  content: Content;
  warnings: string[];
}

/** A heading of the first level, alone at the head of a Markdown text. */
const TITLE_HEADING = /^\s*(?:#(?!#)[^\S\n]|[^\n]+\n {0,3}=+\s*$)/;
const UNRENDERED =
  "its Markdown is nested too deeply or takes too long to render; it is shown as literal text";

/** Everything that a statement file says: the words as they are to be listed, in `defaultLanguage` (a BCP 47 tag) where neither field nor words tell another. */
export function understand(file: StatementFile, defaultLanguage: string): Understood {
  const blocks = file.format === "markdown" ? renderMarkdown(file.text) : null;
  const isLiteral = blocks === null;
  const { heading, body } = isLiteral
    ? { heading: null, body: unwrapped(file.text) }
    : withoutHeading(blocks, file.fields.title === null);
  const dateline = readDateline(body);
  const words = dateline ? body.slice(dateline.length) : body;
  const title = file.fields.title ?? heading;
  const headline = title ?? deriveHeadline(words);
  const content: Content = {
    date: file.date,
    text: file.text,
    format: isLiteral ? "text" : file.format,
    headline,
    headlineDerived: title === null,
    place: file.fields.place ?? dateline?.place ?? null,
    agency: file.fields.agency ?? dateline?.agency ?? null,
    language: file.fields.language ?? languageOf(body, defaultLanguage),
    url: file.fields.url,
    rights: file.fields.rights,
    tags: file.fields.tags,
    excerpt: excerptAfter(words, title === null ? headline : ""),
    blocks,
  };
  return { content, warnings: isLiteral && file.format === "markdown" ? [UNRENDERED] : [] };
}

/** The title that opens a Markdown text, where one is asked for, and the plain words of the rest. */
function withoutHeading(
  blocks: RenderedBlock[],
  isAskedFor: boolean,
): { heading: string | null; body: string } {
  const [first, ...rest] = blocks;
  if (!isAskedFor || !first || rest.length === 0 || !TITLE_HEADING.test(first.text)) {
    return { heading: null, body: plainTextOf(blocks) };
  }
  const heading = plainTextOf([first]).replace(/\s+/g, " ").trim();
  return { heading: heading || null, body: plainTextOf(rest) };
}
