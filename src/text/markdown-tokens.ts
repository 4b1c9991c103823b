import { getDefaults, Lexer, type Token, Tokenizer, type Tokens, type TokensList } from "marked";

/** Blocks and emphasis within one another: far more than any text has, far less than overflows the stack. */
const DEEPEST = 50;

/** Rows of a table are filled up to its width, so that a short text could ask for millions of cells. Counted roughly, bars for cells. */
const MOST_CELLS = 100_000;

/** The text asks for more than a page can bear. */
export class TooMuch extends Error {}

/**
 * The Markdown's tokens (CommonMark and GitHub's tables, strikethrough, bare addresses and task lists). HTML is read as
 * ordinary text, and footnotes are left as typed. Throws on a text nested too deeply; may take very long on a hostile one.
 */
export function markdownTokens(text: string): TokensList {
  const tokenizer = new PlainTokenizer();
  const lexer = new BoundedLexer({ ...getDefaults(), tokenizer });
  // A run that was stopped leaves marked's shared expressions at the place they had come to.
  for (const rule of Object.values(tokenizer.rules.inline)) rule.lastIndex = 0;
  return lexer.lex(text);
}

class BoundedLexer extends Lexer {
  #depth = 0;

  override blockTokens(text: string, tokens?: Token[], clipped?: boolean): Token[];
  override blockTokens(text: string, tokens?: TokensList, clipped?: boolean): TokensList;
  override blockTokens(text: string, tokens: Token[] = [], clipped = false): Token[] {
    return this.#oneDeeper(() => super.blockTokens(text, tokens, clipped));
  }

  override inlineTokens(text: string, tokens: Token[] = []): Token[] {
    return this.#oneDeeper(() => super.inlineTokens(text, tokens));
  }

  #oneDeeper(read: () => Token[]): Token[] {
    if (this.#depth === DEEPEST) throw new TooMuch(`nested more than ${DEEPEST} deep`);
    this.#depth += 1;
    const tokens = read();
    this.#depth -= 1;
    return tokens;
  }
}

class PlainTokenizer extends Tokenizer {
  #cells = 0;

  override html(_text: string): undefined {}

  override tag(_text: string): undefined {}

  override def(text: string): Tokens.Def | undefined {
    return text.trimStart().startsWith("[^") ? undefined : super.def(text);
  }

  override table(text: string): Tokens.Table | undefined {
    const parts = this.rules.block.table.exec(text);
    if (!parts) return undefined;
    const width = (parts[2] ?? "").split("|").length;
    this.#cells += width * (1 + (parts[3] ?? "").split("\n").length);
    if (this.#cells > MOST_CELLS) throw new TooMuch(`more than ${MOST_CELLS} table cells`);
    return super.table(text);
  }
}
