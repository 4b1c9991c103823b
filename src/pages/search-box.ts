import type { DateForm } from "./date-form.ts";
import { keptParts } from "./list-form.ts";
import type { ListFormValues } from "./list-form-values.ts";

/** The search box in the head of every page. */
export interface SearchBox {
  /** As typed. */
  value: string;
  /** The other parts of the list, which a search goes on from. */
  kept: DateForm["kept"];
}

/** `typed` on a list and on what was opened from it; else `null`, and the box begins anew. */
export function searchBox(typed: ListFormValues | null): SearchBox {
  if (typed === null) return { value: "", kept: [] };
  const kept = keptParts(typed, ["from", "to", "agency", "place", "language", "tag"]);
  // The box may be emptied, and then nothing is a better match than another.
  const order = typed.sort === "oldest" ? [{ name: "sort", value: typed.sort }] : [];
  return { value: typed.q, kept: [...kept, ...order] };
}
