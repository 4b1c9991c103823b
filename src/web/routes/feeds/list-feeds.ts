import { listName } from "../../../pages/list-title.ts";
import { plainSentence } from "../../../pages/sentence.ts";
import type { Asked as Listed } from "../../../store/store.ts";
import type { Asked, Resource } from "../../resource.ts";
import { shownNames } from "../shown-names.ts";
import { feedsOf } from "./feeds-of.ts";

/** The feeds of a list of statements: what is new in it and what has changed. `page` is its address. */
export function listFeeds(asked: Asked, { query, filter }: Listed, page: string): Resource["data"] {
  return feedsOf(asked, async () => {
    const name = plainSentence(listName({ query, filter }, await shownNames(asked.store, filter)));
    const description = `${name}: what is new in the archive ${asked.site.title} and what has changed, the last change first.`;
    return { name, description, page, query, filter, kind: "all" };
  });
}
