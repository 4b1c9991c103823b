import type { Request } from "express";
import { STATEMENT_FORMATS } from "../../../data-formats.ts";
import type { Statement } from "../../../statements/statement.ts";
import type { Store } from "../../../store/store.ts";
import { type Format, splitEnding } from "../../address-ending.ts";
import { readQuery } from "../../read-query.ts";
import { findStatement } from "../find-statement.ts";
import { noSuchPage } from "../path-period.ts";

/** The statement that a TimeGate or TimeMap speaks of, and in which of its formats. Throws 404 and 410 as the statement's own address does. */
export async function readOriginal(
  store: Store,
  request: Request,
): Promise<{ present: Statement; format: Format }> {
  readQuery(request.url, []);
  const { page: id, format } = splitEnding(String(request.params.id));
  if (format !== "html" && !STATEMENT_FORMATS.some((known) => known === format)) throw noSuchPage();
  return { present: await findStatement(store, id), format };
}
