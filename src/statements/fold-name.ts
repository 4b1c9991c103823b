/**
 * The name without its case: two names that differ only in case, or in how accents are encoded, give the same string.
 *
 * Lower case alone keeps apart what upper case brings together (ß, ẞ and SS; ς and σ), so it goes by way of that. The dotted
 * and the dotless i of Turkish and Azerbaijani are one letter here, since their case depends on the language.
 */
export function foldName(name: string): string {
  const folded = name.normalize("NFC").toLowerCase().toUpperCase().toLowerCase();
  return folded.replaceAll("i\u0307", "i").normalize("NFC");
}
