import { decodeReferences } from "./character-references.ts";

const SCHEMES = new Set(["http:", "https:", "mailto:"]);

/** Browsers drop these from an address, so that `java\tscript:` would be a scheme. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
const DROPPED = /[\0-\x1f\x7f-\x9f\u2028\u2029]/g;

/** The link destination as the reader would type it. An autolink is literal; in others character references are decoded. */
export function typedTarget(destination: string, literal: boolean): string {
  return literal ? destination : decodeReferences(destination);
}

/**
 * The address that a page may link to, in the form in which a browser would request it, or `null`: only absolute `http`,
 * `https` and `mailto` addresses and fragments of the same page pass. Read by the WHATWG URL Standard, as browsers do.
 */
export function safeAddress(target: string): string | null {
  const address = target.replace(DROPPED, "").trim();
  if (address.startsWith("#")) return new URL(address, "https://page.invalid").hash || null;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return SCHEMES.has(url.protocol) ? url.href : null;
}
