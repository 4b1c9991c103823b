import type { DataFormat } from "../../data-formats.ts";
import { jsonText } from "../../formats/json-text.ts";
import { statementJson } from "../../formats/statement-json.ts";
import { MOST_OTHERS } from "../../pages/same-day.ts";
import { statementPage } from "../../pages/statement-page.ts";
import type { Instant, Statement } from "../../statements/statement.ts";
import { EVERYTHING } from "../../statements/statement-filter.ts";
import { QUOTE_PARAMETER } from "../list-parameters.ts";
import type { ListAsked } from "../read-filter.ts";
import type { Asked, Resource } from "../resource.ts";
import { statementCitations } from "./citation-files.ts";
import { countedPage } from "./counted-page.ts";
import { originalLinks } from "./memento/memento-links.ts";
import { openedFrom } from "./opened-from.ts";
import { signposts } from "./signposts.ts";

type LinkedResource = Resource & Required<Pick<Resource, "links">>;

/** A statement, or an earlier revision of it, in each of its forms. */
export function statementResource(
  asked: Asked,
  statement: Statement,
  present: Statement,
  list: ListAsked | null = null,
): LinkedResource {
  const { store, site, summary, query } = asked;
  const data: Resource["data"] = {
    json: () => jsonText(statementJson(statement, present)),
    txt: () => statement.text,
    ...statementCitations(asked, statement),
  };
  const signpostsOf = signposts(site, statement, present, Object.keys(data) as DataFormat[]);
  return {
    changedAt: changedAt(present),
    html: async () => {
      const neighbours = await store.neighbours(present.id);
      const sameDay = await countedPage(store, {
        query: null,
        filter: { ...EVERYTHING, from: present.date, to: present.date },
        order: "oldest",
        after: null,
        limit: MOST_OTHERS + 1,
      });
      const search = list && (await openedFrom(store, present, list));
      const wordings = present.revisions.length > 1 ? await store.wordings(present.id) : [];
      const quote = query.get(QUOTE_PARAMETER) ?? null;
      const shown = { statement, present, wordings, quote };
      const request = { summary, ...shown, neighbours, sameDay, search };
      return { name: "statement", page: statementPage(site, request) };
    },
    data,
    links: (format) => [...signpostsOf(format), ...originalLinks(site, present, format)],
  };
}

/** When the record last changed: a new wording, another file that brings it, or what the publisher did. */
function changedAt({ revisions, source, events }: Statement): Instant | null {
  const instants = [...revisions.map(({ seenAt }) => seenAt), ...events.map(({ at }) => at)];
  return [...instants, source.importedAt].toSorted().at(-1) ?? null;
}
