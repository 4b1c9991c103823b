import type { RenderedBlock, TextFormat } from "../statements/statement.ts";
import { paragraphAnchors } from "./paragraph-anchors.ts";
import { visibleText } from "./plain-text.ts";
import { isBlank } from "./split-paragraphs.ts";

type Content = { text: string; format: TextFormat; blocks: RenderedBlock[] | null };

/** The visible words of each paragraph of `paragraphsOf`, in order, made only as far as they are asked for. */
export function* searchedParagraphs(content: Content): Generator<string> {
  if (content.format === "markdown" && content.blocks) {
    for (const { html } of content.blocks) yield visibleText(html);
  } else {
    yield* literalParagraphs(content.text);
  }
}

/** The anchor that `paragraphsOf` gives the paragraph of that number, from 0; the paragraphs behind it are not read. */
export function anchorOfParagraph(content: Content, index: number): string {
  const texts: string[] = [];
  for (const text of typedParagraphs(content)) if (texts.push(text) > index) break;
  const own = texts.pop() ?? "";
  const first = own.trimStart()[0];
  // The anchor tells only equal paragraphs from one another, and these begin alike.
  const alike = texts.filter((text) => text.trimStart()[0] === first);
  return paragraphAnchors([...alike, own]).at(-1) as string;
}

function typedParagraphs({ text, format, blocks }: Content): Iterable<string> {
  return format === "markdown" && blocks
    ? blocks.map((block) => block.text)
    : literalParagraphs(text);
}

function* literalParagraphs(text: string): Generator<string> {
  let start = -1;
  for (let at = 0; at <= text.length; ) {
    const end = text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at);
    const blank = isBlank(text.slice(at, end));
    if (!blank && start < 0) start = at;
    if (blank && start >= 0) {
      yield text.slice(start, at - 1);
      start = -1;
    }
    at = end + 1;
  }
  if (start >= 0) yield text.slice(start);
}
