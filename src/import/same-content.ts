import type { Content } from "../statements/statement.ts";

const FIELDS = ["date", "text", "format", "place", "agency", "language", "url", "rights"] as const;

/** Whether both say the same. A headline that is derived counts as part of the text; blocks and excerpts are made from it. */
export function isSameContent(one: Content, other: Content): boolean {
  return (
    FIELDS.every((field) => one[field] === other[field]) &&
    one.headlineDerived === other.headlineDerived &&
    (one.headlineDerived || one.headline === other.headline) &&
    one.tags.length === other.tags.length &&
    one.tags.every((tag, index) => tag === other.tags[index])
  );
}

/** Whether day and text are the same, whatever else is said. */
export function areSameWords(one: Content, other: Content): boolean {
  return one.date === other.date && one.text === other.text;
}
