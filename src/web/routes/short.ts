import { statementPath } from "../../permalinks.ts";
import type { Page } from "../resource.ts";
import { findStatement } from "./find-statement.ts";

/**
 * A statement's short address leads to where it stands now: 302, because the short address is the one to keep, and where it
 * leads changes with the statement's date.
 */
export const short: Page = async ({ store, path }) => {
  const present = await findStatement(store, path.id ?? "");
  return { to: statementPath(present), status: 302 };
};
