import type { IsoDate } from "../../statements/iso-date.ts";
import { EVERYTHING } from "../../statements/statement-filter.ts";
import type { Asked } from "../../store/store.ts";

/** Every statement of the period, both ends included, an end that is `null` open. */
export function everythingWithin(from: IsoDate | null, to: IsoDate | null): Asked {
  return { query: null, filter: { ...EVERYTHING, from, to } };
}
