import { checkPath, comparePath, revisionPath, withQuote } from "../permalinks.ts";
import { plainLine } from "../statements/plain-line.ts";
import { shortenAtWord } from "../statements/shorten.ts";
import type { Statement, StatementWording } from "../statements/statement.ts";
import { findQuotation, type Quotation, quotableText } from "../text/find-quotation.ts";
import { QUOTED_ID, wordsToQuote } from "../text/marked-quotation.ts";
import { paragraphsOf } from "../text/paragraphs.ts";
import type { Link } from "./link.ts";
import { longInstant } from "./long-instant.ts";
import { counted } from "./wording.ts";

/** Says where the passage asked for is, as `parts/quoted-notice.ejs` prints it: words, the passage, words, ways onward. */
export interface QuotedNotice {
  before: string;
  /** One line, shortened where it is long. */
  passage: string;
  after: string;
  links: Link[];
}

export interface QuotedRequest {
  typed: string;
  /** `null` where it holds no word. */
  quotation: Quotation | null;
  /** How often the page holds it. */
  places: number;
  /** The revision that is shown. */
  statement: Pick<Statement, "id" | "revision" | "revisions">;
  /** As `Store.wordings` gives them; empty where there is one only. */
  wordings: StatementWording[];
}

/** So much of a passage is repeated above the text. */
const LONGEST = 240;

export function quotedNotice(request: QuotedRequest): QuotedNotice {
  const passage = shortenAtWord(plainLine(request.typed, LONGEST + 60), LONGEST);
  return { passage, ...foundOrNot(request) };
}

type Found = Omit<QuotedNotice, "passage">;

function foundOrNot(request: QuotedRequest): Found {
  const { quotation, places } = request;
  if (quotation === null) return { before: "There is no word to mark in", after: ".", links: [] };
  if (places > 0) return here(places);
  const other = request.wordings.find((wording) => holds(wording, quotation));
  return other ? elsewhere(request, other.n) : nowhere(request);
}

function here(places: number): Found {
  const often = places === 1 ? "" : `, in ${counted(places, "place")}`;
  const link = { label: "Go to the passage", href: `#${QUOTED_ID}` };
  return { before: `Marked below${often}:`, after: ".", links: [link] };
}

function holds(wording: StatementWording, quotation: Quotation): boolean {
  const words = wordsToQuote(paragraphsOf(wording).map(({ html }) => html));
  return findQuotation(quotableText(words), quotation).length > 0;
}

function elsewhere({ typed, statement }: QuotedRequest, n: number): Found {
  const { id, revision, revisions } = statement;
  const shown = revision === revisions.length ? "The present wording" : `Revision ${revision}`;
  const seen = revisions.find((mark) => mark.n === n)?.seenAt;
  const since = seen ? `, first seen ${longInstant(seen)},` : "";
  return {
    before: `${shown} does not hold`,
    after: `. Revision ${n}${since} ${n < revision ? "was the last that did" : "does"}.`,
    links: [
      { label: "Read it there", href: `${withQuote(revisionPath(id, n), typed)}#${QUOTED_ID}` },
      {
        label: "Compare the two",
        href: comparePath(id, Math.min(n, revision), Math.max(n, revision)),
      },
    ],
  };
}

function nowhere({ typed, statement, wordings }: QuotedRequest): Found {
  const { length } = statement.revisions;
  const unread = length > 1 && wordings.length < length;
  const none = unread
    ? `None of the newest ${counted(wordings.length, "wording")} of this statement holds`
    : length > 1
      ? "No wording of this statement holds"
      : "This statement does not hold";
  const link = { label: "Check it against the whole archive", href: checkPath(typed) };
  return { before: none, after: " word for word.", links: [link] };
}
