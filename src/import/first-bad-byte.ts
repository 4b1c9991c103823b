/** Lowest and highest second byte of a sequence, by its first byte (Unicode 15.1, table 3-7). */
function secondByte(first: number): [low: number, high: number] {
  if (first === 0xe0) return [0xa0, 0xbf];
  if (first === 0xed) return [0x80, 0x9f];
  if (first === 0xf0) return [0x90, 0xbf];
  if (first === 0xf4) return [0x80, 0x8f];
  return [0x80, 0xbf];
}

/** How many bytes the sequence has that begins so; 0 where none does. */
function sequenceLength(first: number): number {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return 2;
  if (first >= 0xe0 && first <= 0xef) return 3;
  return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

/** Where the first sequence that is not whole UTF-8 begins, in bytes from 0; -1 where all is well. */
export function firstBadByte(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes[at] as number);
    if (length === 0 || !isWhole(bytes, at, length)) return at;
    at += length;
  }
  return -1;
}

function isWhole(bytes: Uint8Array, at: number, length: number): boolean {
  const [low, high] = secondByte(bytes[at] as number);
  for (let step = 1; step < length; step++) {
    const byte = bytes[at + step] ?? 0;
    if (byte < (step === 1 ? low : 0x80) || byte > (step === 1 ? high : 0xbf)) return false;
  }
  return true;
}
