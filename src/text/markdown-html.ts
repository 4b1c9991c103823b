import type { MarkedToken, Token, Tokens } from "marked";
import { decodeReferences } from "./character-references.ts";
import { joinLines } from "./join-lines.ts";
import { safeAddress, typedTarget } from "./link-target.ts";
import { TooMuch } from "./markdown-tokens.ts";
import { visibleText } from "./plain-text.ts";
import { escapeHtml } from "./safe-html.ts";

/** Addresses that a text may repeat by reference, in characters, besides its own length. */
const REPEATED = 100_000;

/**
 * Writes the tokens of one text as HTML. Every tag and attribute is spelled out here, and everything else is escaped:
 * no token can bring HTML of its own. Headings start at `h2` and never skip a level, over all blocks in order.
 */
export class MarkdownHtml {
  readonly #outline: number[] = [];
  #room: number;

  constructor(textLength: number) {
    this.#room = textLength + REPEATED;
  }

  block(token: Token): string {
    const known = token as MarkedToken;
    switch (known.type) {
      case "space":
      case "def":
        return "";
      case "heading":
        return this.#heading(known);
      case "paragraph":
        return element("p", this.#inlines(known.tokens).replace(/^ +/, ""));
      case "text":
      case "checkbox":
        return this.#inline(known, false);
      case "code":
        return element("pre", element("code", escapeHtml(known.text)));
      case "blockquote":
        return element("blockquote", this.#blocks(known.tokens));
      case "list":
        return this.#list(known);
      case "table":
        return this.#table(known);
      case "hr":
        return "<hr>";
      default:
        return asTyped(token);
    }
  }

  #blocks(tokens: Token[]): string {
    return tokens.map((token) => this.block(token)).join("");
  }

  #heading(token: Tokens.Heading): string {
    const words = this.#inlines(token.tokens);
    if (visibleText(words) === "") return asTyped(token);
    while ((this.#outline.at(-1) ?? 0) >= token.depth) this.#outline.pop();
    this.#outline.push(token.depth);
    return element(`h${Math.min(1 + this.#outline.length, 6)}`, words);
  }

  #list(token: Tokens.List): string {
    const items = token.items.map((item) => element("li", this.#blocks(item.tokens))).join("");
    if (!token.ordered) return element("ul", items);
    const start = Number(token.start);
    return start === 1 ? element("ol", items) : `<ol start="${start}">${items}</ol>`;
  }

  #table(token: Tokens.Table): string {
    const head = token.header.map((cell) => {
      const words = this.#inlines(cell.tokens);
      return visibleText(words) === "" ? element("td", words) : `<th scope="col">${words}</th>`;
    });
    const rows = token.rows.map((row) =>
      element("tr", row.map((cell) => element("td", this.#inlines(cell.tokens))).join("")),
    );
    const body = rows.length > 0 ? element("tbody", rows.join("")) : "";
    return element("table", element("thead", element("tr", head.join(""))) + body);
  }

  #inlines(tokens: Token[], inLink = false): string {
    return tokens.map((token) => this.#inline(token as MarkedToken, inLink)).join("");
  }

  #inline(token: MarkedToken, inLink: boolean): string {
    switch (token.type) {
      case "text":
        return token.tokens ? this.#inlines(token.tokens, inLink) : words(token.text);
      case "strong":
      case "em":
      case "del":
        return element(token.type, this.#inlines(token.tokens, inLink));
      case "codespan":
        return element("code", escapeHtml(token.text));
      case "br":
        return "<br>";
      case "link":
      case "image":
        return this.#link(token, inLink);
      default:
        return escapeHtml("text" in token && token.type === "escape" ? token.text : token.raw);
    }
  }

  /** An image is a link to it, so that a page loads nothing. Without a safe address the words and the target stay as text. */
  #link(token: Tokens.Link | Tokens.Image, inLink: boolean): string {
    const target = typedTarget(token.href, token.type === "link" && token.autolink === true);
    this.#spend(target.length + (token.title?.length ?? 0));
    const inner = this.#inlines(token.tokens, true);
    const label = visibleText(inner) === "" ? escapeHtml(target) : inner;
    const address = inLink ? null : safeAddress(target);
    if (address === null) return withTarget(label, target);
    const title = token.title ? ` title="${words(token.title)}"` : "";
    return `<a href="${escapeHtml(address)}"${title}>${label || escapeHtml(address)}</a>`;
  }

  #spend(characters: number): void {
    this.#room -= characters;
    if (this.#room < 0) throw new TooMuch(`more than ${REPEATED} characters of repeated addresses`);
  }
}

function element(name: string, html: string): string {
  return `<${name}>${html}</${name}>`;
}

function asTyped(token: Token): string {
  return element("p", escapeHtml(token.raw.trim()));
}

/** A line break in Markdown prose is a space. */
function words(text: string): string {
  const line = text.includes("\n") ? joinLines(text.split("\n")) : text;
  return escapeHtml(decodeReferences(line));
}

function withTarget(label: string, target: string): string {
  const shown = escapeHtml(target);
  return shown === "" || visibleText(label).endsWith(target.trim()) ? label : `${label} (${shown})`;
}
