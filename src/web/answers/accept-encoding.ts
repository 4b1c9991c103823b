/** A form in which an answer may leave. */
export type Encoding = "br" | "gzip" | "identity";

/** The best first, where a client likes several equally. */
const ENCODINGS = ["br", "gzip", "identity"] as const;

/** Clients send few different headers: as many are remembered with what they mean. */
const MOST_REMEMBERED = 100;
const remembered = new Map<string, Encoding>();

/**
 * The encoding that an `Accept-Encoding` likes best (RFC 9110, 12.5.3); `null` is no such header, and gets `identity`. What
 * accepts nothing that there is gets `identity`, too: a page that is longer is better than none.
 */
export function chosenEncoding(header: string | null): Encoding {
  if (header === null) return "identity";
  const known = remembered.get(header);
  if (known) return known;
  const chosen = best(qualities(header));
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  if (header.length <= 200) remembered.set(header, chosen);
  return chosen;
}

function best(liked: ReadonlyMap<string, number>): Encoding {
  const others = liked.get("*") ?? 0;
  const quality = (name: Encoding) =>
    liked.get(name) ?? (name === "identity" && !liked.has("*") ? Number.MIN_VALUE : others);
  let chosen: Encoding = "identity";
  for (const name of ENCODINGS.toReversed()) {
    if (quality(name) > 0 && quality(name) >= quality(chosen)) chosen = name;
  }
  return chosen;
}

/** Each coding with its quality, 0 to 1; a quality that is none refuses its coding. */
function qualities(header: string): Map<string, number> {
  const liked = new Map<string, number>();
  for (const part of header.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((piece) => piece.trim());
    if (name !== "") liked.set(name === "x-gzip" ? "gzip" : name, quality(parameters));
  }
  return liked;
}

function quality(parameters: string[]): number {
  const written = parameters.find((parameter) => parameter.startsWith("q"));
  if (written === undefined) return 1;
  const [, value] = /^q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.exec(written) ?? [];
  return value === undefined ? 0 : Number(value);
}
