import { comparisonJson, comparisonText } from "../../formats/comparison-json.ts";
import { jsonText } from "../../formats/json-text.ts";
import { comparisonPage } from "../../pages/comparison-page.ts";
import type { Link } from "../../pages/link.ts";
import { comparePath, statementPath } from "../../permalinks.ts";
import type { Statement } from "../../statements/statement.ts";
import { compareWordings } from "../../text/compare-wordings.ts";
import { paragraphsOf } from "../../text/paragraphs.ts";
import { badValues, notFound } from "../page-problem.ts";
import type { Asked, Page } from "../resource.ts";
import { findRevision, findStatement } from "./find-statement.ts";

/** Two revisions, word by word. */
export const comparison: Page = async ({ store, site, summary, path, query }) => {
  const present = await findStatement(store, path.id ?? "");
  if (present.revisions.length < 2) throw nothingToCompare(present);
  const { from, to } = readRevisions(query, present);
  const earlier = await findRevision(store, present, from);
  const later = await findRevision(store, present, to);
  const paragraphs = () => compareWordings(paragraphsOf(earlier), paragraphsOf(later));
  return {
    changedAt: later.revisions.at(-1)?.seenAt ?? null,
    html: () => ({
      name: "comparison",
      page: comparisonPage(site, { summary, earlier, later, present }),
    }),
    data: {
      json: () => jsonText(comparisonJson(present, earlier, later, paragraphs())),
      txt: () => comparisonText(paragraphs()),
    },
  };
};

function nothingToCompare(present: Statement) {
  return notFound("There is nothing to compare", "The statement has one wording only.", [
    { label: "The statement", href: statementPath(present) },
  ]);
}

function readRevisions(query: Asked["query"], present: Statement): { from: string; to: string } {
  const from = readRevision("from", query, present);
  const to = readRevision("to", query, present);
  if (from !== to) return { from, to };
  throw badRevision("to", to, `“from” and “to” are both revision ${from}`, present);
}

function readRevision(field: "from" | "to", query: Asked["query"], present: Statement): string {
  const typed = query.get(field) ?? "";
  if (typed === "") throw badRevision(field, typed, `“${field}” is missing`, present);
  if (present.revisions.some(({ n }) => String(n) === typed)) return typed;
  throw badRevision(field, typed, `“${typed}” is no revision of this statement`, present);
}

function badRevision(field: string, typed: string, title: string, present: Statement) {
  const message = `${title}. Give two different revisions from 1 to ${present.revision}.`;
  return badValues(title, [{ field, typed, message, suggestions: likely(present) }]);
}

/** The last change, and the whole way from the first wording where that is another. */
function likely({ id, revision }: Statement): Link[] {
  const link = (from: number) => ({
    label: `Revisions ${from} and ${revision}`,
    href: comparePath(id, from, revision),
  });
  return revision > 2 ? [link(revision - 1), link(1)] : [link(1)];
}
