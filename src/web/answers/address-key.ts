import { TRACKER } from "../read-query.ts";

/**
 * The address with its parameters in canonical order and form, without trackers: two requests with equal keys get equal
 * answers. `null` where it cannot be said: a parameter given twice, or encoded wrongly. A key is its own key.
 */
export function addressKey(address: string): string | null {
  if (!address.startsWith("/")) return null;
  const mark = address.indexOf("?");
  if (mark === -1) return address;
  const parts = decodedParts(address.slice(mark + 1));
  if (!parts || new Set(parts.map(([name]) => name)).size < parts.length) return null;
  const path = address.slice(0, mark);
  if (parts.length === 0) return path;
  parts.sort(([a], [b]) => (a < b ? -1 : 1));
  return `${path}?${new URLSearchParams(parts)}`;
}

/** As `readQuery` reads them. Empty values stay: a name that is not known is refused even without one. */
function decodedParts(query: string): [name: string, value: string][] | null {
  const parts: [string, string][] = [];
  for (const part of query.split("&")) {
    if (part === "") continue;
    const [name = "", ...rest] = part.split("=");
    const [decodedName, value] = [decoded(name), decoded(rest.join("="))];
    if (decodedName === null || value === null) return null;
    if (!TRACKER.test(decodedName)) parts.push([decodedName, value.trim()]);
  }
  return parts;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
