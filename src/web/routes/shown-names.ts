import type { ShownNames } from "../../pages/list-title.ts";
import { sameName } from "../../pages/near-names.ts";
import { EVERYTHING, type StatementFilter } from "../../statements/statement-filter.ts";
import type { NameCount, Store } from "../../store/store.ts";

/** The names of a filter as the archive writes them. */
export async function shownNames(store: Store, filter: StatementFilter): Promise<ShownNames> {
  const { agency, place, language, tag } = filter;
  return {
    agency: agency && named(agency, await store.names("agency")),
    place: place && named(place, await store.names("place")),
    language: language && named(language, await store.names("language")),
    tag: tag && named(tag, await tagsNamed(store, tag)),
  };
}

function named(typed: string, names: NameCount[]): string | null {
  return sameName(typed, names)?.name ?? null;
}

/** As the statements that bear the tag write it. */
async function tagsNamed(store: Store, tag: string): Promise<NameCount[]> {
  const { tags } = await store.facets({ query: null, filter: { ...EVERYTHING, tag } });
  return tags;
}
