const TAG = /<([a-z!?][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const ATTRIBUTE = /([^\s=/"'<>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+))?/g;
const ADDRESS = /^(?:href|src|action|formaction|srcdoc|data)$/;
const UNSAFE = /^["']?[\s\p{Cc}]*(?:javascript|vbscript|data):/iu;

/** No page of ours loads or runs these, whatever stands on it. */
const DANGEROUS =
  /^(?:applet|audio|base|embed|frame|frameset|iframe|img|math|object|source|style|template|video)$|\[(?:on\w+|style|srcdoc|http-equiv)\]$|=UNSAFE\]$|^script$/;

/**
 * The kinds of markup that an HTML or XML text holds: `a[href]`, `h1`, `a[href=UNSAFE]` for a target that would run, and `script` only
 * where it neither comes from a file nor is data.
 */
export function markupOf(text: string): Set<string> {
  const kinds = new Set<string>();
  for (const [, tag = "", attributes = ""] of text.matchAll(TAG)) {
    const name = tag.toLowerCase();
    const isOwnScript =
      name === "script" && /^ (?:src="\/|type="application\/ld\+json")/.test(attributes);
    if (!isOwnScript) kinds.add(name);
    for (const [, attribute = "", value = ""] of attributes.matchAll(ATTRIBUTE)) {
      const written = attribute.toLowerCase();
      kinds.add(`${name}[${written}]`);
      if (ADDRESS.test(written) && UNSAFE.test(value)) kinds.add(`${name}[${written}=UNSAFE]`);
    }
  }
  return kinds;
}

/** Those of them that would run, or load something. */
export function dangerousMarkup(text: string): string[] {
  return [...markupOf(text)].filter((kind) => DANGEROUS.test(kind));
}
