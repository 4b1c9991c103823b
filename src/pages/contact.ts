import type { Link } from "./link.ts";

/** Whom to write to, as a link: an e-mail address or an `http` or `https` address. Any other text is shown without one. */
export function contactLink(contact: string): { label: string; href: string | null } {
  if (/^[^\s@:/?#]+@[^\s@:/?#]+$/.test(contact)) {
    const link: Link = { label: contact, href: `mailto:${encodeURI(contact)}` };
    return link;
  }
  return { label: contact, href: isWebAddress(contact) ? contact : null };
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
