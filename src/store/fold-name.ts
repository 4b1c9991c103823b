/**
 * The name without its case: two names that differ only in case, or in how accents are encoded, give the same string.
 *
 * Upper case first and then lower brings together what lower case alone keeps apart (ß and SS, ς and σ). The dotted
 * and the dotless i of Turkish and Azerbaijani are one letter here, since their case depends on the language.
 */
export function foldName(name: string): string {
  const folded = name.normalize("NFC").toUpperCase().toLowerCase();
  return folded.replaceAll("i\u0307", "i").normalize("NFC");
}
