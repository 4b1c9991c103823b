/** So long what it says may be relied on, in milliseconds. */
const GOOD_FOR = 180 * 24 * 60 * 60 * 1000;

/** Whom to tell of a weakness (RFC 9116). `contact` is an e-mail address or an `http` or `https` address. */
export function securityText(contact: string, siteUrl: string, now: Date): string {
  const expires = new Date(now.getTime() + GOOD_FOR).toISOString().slice(0, 10);
  return [
    `Contact: ${/^https?:/i.test(contact) ? contact : `mailto:${contact}`}`,
    `Expires: ${expires}T00:00:00Z`,
    `Canonical: ${siteUrl}/.well-known/security.txt`,
    "Preferred-Languages: en",
    "",
  ].join("\n");
}
