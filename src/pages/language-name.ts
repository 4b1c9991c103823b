const NAMES = new Intl.DisplayNames(["en"], { type: "language" });

/** What ICU calls a language that is none: that of a private tag, or an undetermined one. */
const NONE = "root";

/** The English name of a BCP 47 language tag, `Traditional Chinese`; the tag itself where it has no name. */
export function languageName(tag: string): string {
  try {
    const name = NAMES.of(tag);
    return name === undefined || name === NONE ? tag : name;
  } catch {
    return tag;
  }
}
