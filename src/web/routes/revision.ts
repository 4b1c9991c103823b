import type { RevisionMark, Statement } from "../../statements/statement.ts";
import type { Page } from "../resource.ts";
import { findRevision, findStatement } from "./find-statement.ts";
import { nearMementos } from "./memento/memento-links.ts";
import { statementResource } from "./statement-resource.ts";

/** One wording of a statement, for ever: a memento of the statement (RFC 7089). */
export const revision: Page = async (asked) => {
  const { id = "", n = "" } = asked.path;
  const present = await findStatement(asked.store, id);
  const found = await findRevision(asked.store, present, n);
  const resource = statementResource(asked, found, present);
  return {
    ...resource,
    mementoDatetime: markOf(found).seenAt,
    links: async (format) => [
      ...(await resource.links(format)),
      ...nearMementos(asked.site, present, format, found.revision),
    ],
  };
};

function markOf({ revisions, revision }: Statement): RevisionMark {
  return revisions.find(({ n }) => n === revision) as RevisionMark;
}
