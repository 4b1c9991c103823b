import type { Page } from "../resource.ts";
import { findRevision, findStatement } from "./find-statement.ts";
import { statementResource } from "./statement-resource.ts";

/** One wording of a statement, for ever. */
export const revision: Page = async (asked) => {
  const { id = "", n = "" } = asked.path;
  const present = await findStatement(asked.store, id);
  const found = await findRevision(asked.store, present, n);
  return statementResource(asked, found, present);
};
