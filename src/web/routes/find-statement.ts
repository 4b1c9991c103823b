import { longDate } from "../../pages/long-date.ts";
import { longInstant } from "../../pages/long-instant.ts";
import { periodPath, revisionPath, statementPath } from "../../permalinks.ts";
import type { Statement } from "../../statements/statement.ts";
import { ID_PATTERN } from "../../statements/statement-id.ts";
import type { Store, Tombstone } from "../../store/store.ts";
import { notFound, PageProblem } from "../page-problem.ts";

const REVISION = /^[1-9]\d{0,8}$/;

/** The present wording. Throws 404 for an id that was never here, and 410 for one that was taken away. */
export async function findStatement(store: Store, id: string): Promise<Statement> {
  const found = ID_PATTERN.test(id) ? await store.statement(id) : null;
  if (!found) throw noSuchStatement();
  if ("removedAt" in found) throw gone(found);
  return found;
}

/** Revision `n` as the address writes it. Throws 404 where the statement has no such revision. */
export async function findRevision(store: Store, present: Statement, n: string) {
  const found = REVISION.test(n) ? await store.statement(present.id, Number(n)) : null;
  if (!found) throw noSuchRevision(present, n);
  if ("removedAt" in found) throw goneRevision(present, n, found);
  return found;
}

function noSuchStatement(): PageProblem {
  return notFound(
    "There is no such statement",
    "No statement has this address, and none had it before. Perhaps it was not copied whole.",
  );
}

function noSuchRevision(present: Statement, n: string): PageProblem {
  return notFound(
    `There is no revision ${n.slice(0, 20)} of this statement`,
    `Its revisions go from 1 to ${present.revision}.`,
    [
      { label: "Its present wording", href: statementPath(present) },
      { label: "Its first wording", href: revisionPath(present.id, 1) },
    ],
  );
}

function goneRevision(present: Statement, n: string, tombstone: Tombstone): PageProblem {
  const links = [{ label: "Its present wording", href: statementPath(present) }];
  return new PageProblem(
    {
      status: 410,
      title: `Revision ${n} of a statement of ${longDate(tombstone.date)} was here`,
      explanation: explained(tombstone),
      faults: [],
      links,
    },
    { tombstone },
  );
}

/** For data, where the page has a line for each part. */
function explained({ reason, removedAt }: Tombstone): string {
  return `It was taken away on ${longInstant(removedAt)}, with this reason: “${reason}”`;
}

function gone(tombstone: Tombstone): PageProblem {
  return new PageProblem(
    {
      status: 410,
      title: `A statement of ${longDate(tombstone.date)} was here`,
      explanation: explained(tombstone),
      faults: [],
      links: [
        {
          label: `Other statements of ${longDate(tombstone.date)}`,
          href: periodPath(tombstone.date),
        },
      ],
    },
    { tombstone },
  );
}
