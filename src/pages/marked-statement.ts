import { readQuotation } from "../text/find-quotation.ts";
import { markQuotation } from "../text/marked-quotation.ts";
import { markedText } from "../text/marked-text.ts";
import type { SafeHtml } from "../text/safe-html.ts";
import { type QuotedNotice, quotedNotice } from "./quoted-notice.ts";
import type { StatementRequest } from "./statement-page.ts";
import { type StatementWords, statementWords } from "./statement-words.ts";

/** What a statement says, with all that is marked in it. */
export interface MarkedStatement {
  headlineHtml: SafeHtml;
  words: StatementWords;
  /** `null` where no passage was asked for. */
  quoted: QuotedNotice | null;
}

/** The passage asked for is marked in the text or, where only a headline of its own holds it, in that. */
export function markedStatement(
  request: Pick<StatementRequest, "statement" | "wordings" | "quote" | "search">,
): MarkedStatement {
  const { statement, wordings, quote: typed, search } = request;
  const { headline, headlineDerived } = statement;
  const find = search?.find ?? null;
  const headlineHtml = markedText(headline, find?.(headline) ?? []);
  const quotation = typed === null ? null : readQuotation(typed);
  const { words, places } = statementWords(statement, { find, quotation, wordings });
  if (typed === null) return { headlineHtml, words, quoted: null };
  const title =
    quotation === null || places > 0 || headlineDerived
      ? { htmls: [headlineHtml], places }
      : markQuotation([headlineHtml], quotation);
  const quoted = { typed, quotation, places: title.places, statement, wordings };
  const [marked = headlineHtml] = title.htmls;
  return { headlineHtml: marked, words, quoted: quotedNotice(quoted) };
}
