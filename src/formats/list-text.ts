import { dataPath, statementPath } from "../permalinks.ts";
import type { ListedStatement } from "../statements/statement.ts";
import type { CountedPage } from "../store/store.ts";
import type { WholeList } from "./whole-list.ts";

/**
 * A page of a list as plain text: how many there are, then of each its date and headline and, below, its address and whether it is withdrawn, then the
 * addresses of the pages beside this one. `siteUrl` has no slash at its end.
 */
export function listText(
  found: CountedPage,
  siteUrl: string,
  pageAddress: (after: string | null) => string,
): string {
  const entries = found.statements.map((statement) => entry(statement, siteUrl));
  const pages = [
    ...beside("Next page", found.next, siteUrl, pageAddress),
    ...beside("Page before", found.previous, siteUrl, pageAddress),
  ];
  const parts = [`Statements: ${found.total}`, ...entries];
  if (pages.length > 0) parts.push(pages.join("\n"));
  return `${parts.join("\n\n")}\n`;
}

/** The whole list likewise, with no page beside it. */
export async function* wholeListText(
  { total, batches }: WholeList,
  siteUrl: string,
): AsyncGenerator<string> {
  yield `Statements: ${total}\n`;
  for await (const batch of batches) {
    yield batch.map((statement) => `\n${entry(statement, siteUrl)}\n`).join("");
  }
}

function entry(statement: ListedStatement, siteUrl: string): string {
  const { date, headline, withdrawn } = statement;
  const lines = [`${date}  ${headline}`, `${siteUrl}${statementPath(statement)}`];
  if (withdrawn) lines.push(`Withdrawn ${withdrawn.at}: ${withdrawn.reason}`);
  return lines.join("\n            ");
}

function beside(
  label: string,
  place: { after: string | null } | null,
  siteUrl: string,
  pageAddress: (after: string | null) => string,
): string[] {
  return place ? [`${label}: ${siteUrl}${dataPath(pageAddress(place.after), "txt")}`] : [];
}
