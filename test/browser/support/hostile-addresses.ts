import { payloadStrings } from "../../support/payloads.ts";

/** What would run, or load something, where it got out of its place. */
const RUNS =
  /\bon\w+\s*=|script|<(?:img|iframe|svg|object|embed|style|link|meta|base)|data:text|\{\{|<%/i;

/** Longer addresses are not read. */
const LONGEST = 6_000;

/**
 * Addresses that hold every hostile string which could run at each place where a page repeats what was typed, several in each. Empty where
 * `../shared/payloads` is absent.
 */
export function hostileAddresses(): string[] {
  const texts = payloadStrings().filter((text) => RUNS.test(text) && text.length < 500);
  return [
    ...together(texts, 4, (some) => list({ from: 0, to: 1, sort: 2, after: 3 }, some)),
    ...together(texts, 4, (some) => list({ agency: 0, place: 1, language: 2, tag: 3 }, some)),
    ...together(texts, 6, (some) => `/statements?q=${safe(some.join(" OR "))}`),
    ...together(texts, 8, (some) => `/check?quote=${safe(some.join(" "))}`),
    ...together(texts, 30, (some) => `/?${some.map((text) => `${safe(text)}=1`).join("&")}`),
    ...texts.filter((_, at) => at % 20 === 0).map((text) => `/changes?before=${safe(text)}`),
  ].filter((address) => address.length < LONGEST);
}

function together(texts: string[], most: number, address: (some: string[]) => string): string[] {
  const addresses: string[] = [];
  for (let at = 0; at < texts.length; at += most)
    addresses.push(address(texts.slice(at, at + most)));
  return addresses;
}

function list(places: Record<string, number>, texts: string[]): string {
  const parts = Object.entries(places).map(([name, at]) => `${name}=${safe(texts[at] ?? "x")}`);
  return `/statements?${parts.join("&")}`;
}

/** A half of a pair, which is no character, has no form in an address. */
function safe(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString());
}
