import type { NameKind } from "../../statements/statement-filter.ts";
import type { NameCount, Store } from "../../store/store.ts";

/** Every name by which statements may be narrowed, commonest first. */
export async function namesOf(store: Store): Promise<Record<NameKind, NameCount[]>> {
  return {
    agency: await store.names("agency"),
    place: await store.names("place"),
    language: await store.names("language"),
  };
}
