import { feedPath } from "../../../permalinks.ts";
import { type ChangeKey, isChangeKey } from "../../../statements/change-key.ts";
import { badValues } from "../../page-problem.ts";

/** The change before which a feed or the page of changes goes on; `null` at its start. Throws a 400 for anything else. */
export function readBefore(query: ReadonlyMap<string, string>, page: string): ChangeKey | null {
  const typed = query.get("before") ?? "";
  if (typed === "" || isChangeKey(typed)) return typed || null;
  const title = `“${typed}” is no change`;
  const message = `${title}. It is taken from the link to the next part of the feed, as 1234.`;
  const suggestions = [{ label: "From the last change on", href: feedPath(page, null) }];
  throw badValues(title, [{ field: "before", typed, message, suggestions }]);
}
