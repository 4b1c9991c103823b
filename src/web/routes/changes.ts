import { changesJson, changesText } from "../../formats/changes.ts";
import { jsonText } from "../../formats/json-text.ts";
import { changesPage } from "../../pages/changes-page.ts";
import { CHANGES } from "../../permalinks.ts";
import { EVERYTHING } from "../../statements/statement-filter.ts";
import type { Page } from "../resource.ts";
import { feedsOf } from "./feeds/feeds-of.ts";
import { readBefore } from "./feeds/read-before.ts";
import { PAGE_SIZE } from "./list-resource.ts";

/** Statements that were revised, withdrawn or restored, the last change first. */
export const changes: Page = async (asked) => {
  const { store, site, summary, query } = asked;
  const before = readBefore(query, CHANGES);
  const found = () =>
    store.changes({
      from: null,
      until: null,
      query: null,
      filter: EVERYTHING,
      order: "newest",
      kind: "corrections",
      after: before,
      limit: PAGE_SIZE,
    });
  return {
    changedAt: summary.changedAt,
    html: async () => {
      const page = changesPage(site, { summary, before, ...(await found()) });
      return { name: "changes", page };
    },
    data: {
      json: async () => jsonText(changesJson(await found())),
      txt: async () => changesText(await found(), site.url),
      ...feedsOf(asked, async () => ({
        name: "Revisions and withdrawals",
        description: `Statements in the archive ${site.title} that were revised, withdrawn or restored, the last change first.`,
        page: CHANGES,
        query: null,
        filter: EVERYTHING,
        kind: "corrections",
      })),
    },
  };
};
