const NAMES = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

/** A BCP 47 language in English: `Arabic`, `Traditional Chinese`; the tag itself where it has no name. */
export function languageName(language: string): string {
  try {
    return NAMES.of(language) ?? language;
  } catch {
    return language;
  }
}
