/** Made when it is first asked for: that takes longer than many a page. */
let names: Intl.DisplayNames | undefined;

/** An archive has few languages, which stand on every list. */
const known = new Map<string, string>();
const MOST_KNOWN = 1000;

/** What ICU calls a language that is none: that of a private tag. */
const NONE = "root";

const UNDETERMINED = "an undetermined language";

/** The English name of a BCP 47 language tag, `Traditional Chinese`; the tag itself where it has no name. */
export function languageName(tag: string): string {
  const name = known.get(tag) ?? nameOf(tag);
  if (known.size < MOST_KNOWN) known.set(tag, name);
  return name;
}

function nameOf(tag: string): string {
  if (tag.toLowerCase() === "und") return UNDETERMINED;
  names ??= new Intl.DisplayNames(["en"], { type: "language" });
  try {
    const name = names.of(tag);
    // ICU gives a tag that it does not know back in small letters.
    const isUnknown = name === undefined || name === NONE || name === tag.toLowerCase();
    return isUnknown ? tag : name;
  } catch {
    return tag;
  }
}
