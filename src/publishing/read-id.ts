import { DatelineError } from "../errors.ts";
import { quoted } from "../import/quoted.ts";
import { ID_PATTERN } from "../statements/statement-id.ts";

/** The id in what was typed: an id, or any address of the statement. Throws `usage` for anything else. */
export function readId(typed: string): string {
  const [path = ""] = typed.split(/[?#]/, 1);
  const last = path.split("/").at(-1) ?? "";
  const id = last.replace(/@\d+$/, "").split("-").at(-1) ?? "";
  if (ID_PATTERN.test(id)) return id;
  const message = `Expected the id or an address of a statement, such as /s/k3m9p2q7ra, but ${quoted(typed)} came.`;
  throw new DatelineError("usage", message);
}
