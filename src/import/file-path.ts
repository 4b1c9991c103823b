const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const ESCAPED = /\\x([0-9a-f]{2})/g;
const BACKSLASH = 0x5c;

/**
 * The name or path as it is written in reports and in the archive: bytes that are not UTF-8 as `\xNN` (lower case). A
 * backslash of its own that stands before such an `xNN` is written `\x5c`, so that different names stay different.
 */
export function displayedName(name: Uint8Array): string {
  let shown = "";
  for (let at = 0; at < name.length; ) {
    const length = name[at] === BACKSLASH ? 0 : plainLength(name, at);
    shown += length > 0 ? UTF8.decode(name.subarray(at, at + length)) : shownByte(name, at);
    at += Math.max(1, length);
  }
  return shown;
}

/** The bytes of a name or path that `displayedName` wrote. */
export function nameBytes(displayed: string): Buffer {
  const parts: Buffer[] = [];
  let end = 0;
  for (const match of displayed.matchAll(ESCAPED)) {
    parts.push(Buffer.from(displayed.slice(end, match.index)));
    parts.push(Buffer.from(match[1] as string, "hex"));
    end = match.index + match[0].length;
  }
  parts.push(Buffer.from(displayed.slice(end)));
  return Buffer.concat(parts);
}

function shownByte(name: Uint8Array, at: number): string {
  const byte = name[at] as number;
  const isPlainBackslash = byte === BACKSLASH && !looksEscaped(name, at);
  return isPlainBackslash ? "\\" : `\\x${byte.toString(16).padStart(2, "0")}`;
}

function looksEscaped(name: Uint8Array, at: number): boolean {
  return /^x[0-9a-f]{2}$/.test(Buffer.from(name.subarray(at + 1, at + 4)).toString("latin1"));
}

/** How many bytes from `at` on can be shown at once: a run of ASCII, or one whole character; 0 for a byte that is no UTF-8. */
function plainLength(name: Uint8Array, at: number): number {
  let end = at;
  while (end < name.length && (name[end] as number) < 0x80 && name[end] !== BACKSLASH) end++;
  return end > at ? end - at : characterLength(name, at);
}

function characterLength(name: Uint8Array, at: number): number {
  for (let length = 2; length <= 4 && at + length <= name.length; length++) {
    try {
      UTF8.decode(name.subarray(at, at + length));
      return length;
    } catch {
      // A longer sequence may be whole.
    }
  }
  return 0;
}
