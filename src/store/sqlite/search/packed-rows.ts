import { BitSet } from "./bit-set.ts";

type Rows = readonly number[] | Int32Array;

/** The first byte says the form of the rest. */
const BITS = 0;
const GAPS = 1;

/**
 * Ascending row numbers in the smaller of two forms. Bits: one for each row up to the last, the lowest of the first byte for
 * row 0. Gaps: how much each row is above the one before it, the first above -1, in groups of 7 bits, the lowest first,
 * every byte but the last of a gap with its high bit set.
 */
export function packRows(rows: Rows): Buffer {
  const bytes = Math.ceil(((rows.at(-1) ?? -1) + 1) / 8);
  return packedGaps(rows, bytes) ?? packedBits(rows, bytes);
}

/** `null` where they take more bytes than `most`. */
function packedGaps(rows: Rows, most: number): Buffer | null {
  const packed = Buffer.allocUnsafe(1 + most);
  packed[0] = GAPS;
  let at = 1;
  let before = -1;
  for (const row of rows) {
    let gap = row - before;
    before = row;
    for (; gap > 0x7f; gap >>>= 7) {
      if (at >= most) return null;
      packed[at++] = (gap & 0x7f) | 0x80;
    }
    if (at > most) return null;
    packed[at++] = gap;
  }
  return packed.subarray(0, at);
}

function packedBits(rows: Rows, bytes: number): Buffer {
  const packed = Buffer.alloc(1 + bytes);
  packed[0] = BITS;
  for (const row of rows) (packed[1 + (row >>> 3)] as number) |= 1 << (row & 7);
  return packed;
}

/** Those of the packed rows that are below `size`, as a set. */
export function unpackRows(packed: Uint8Array, size: number): BitSet {
  if (packed[0] === BITS) return BitSet.ofBytes(packed.subarray(1), size);
  const set = new BitSet(size);
  for (const row of gapRows(packed)) {
    if (row >= size) break;
    set.add(row);
  }
  return set;
}

/** The packed rows, ascending. */
export function rowsPacked(packed: Uint8Array): number[] {
  return packed[0] === BITS ? bitRows(packed) : gapRows(packed);
}

function gapRows(packed: Uint8Array): number[] {
  const rows: number[] = [];
  let row = -1;
  let gap = 0;
  let shift = 0;
  for (let at = 1; at < packed.length; at++) {
    const byte = packed[at] as number;
    gap |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte & 0x80) continue;
    row += gap;
    rows.push(row);
    gap = 0;
    shift = 0;
  }
  return rows;
}

function bitRows(packed: Uint8Array): number[] {
  const rows: number[] = [];
  for (let at = 1; at < packed.length; at++) {
    for (let bit = 0; bit < 8; bit++) {
      if ((packed[at] as number) & (1 << bit)) rows.push((at - 1) * 8 + bit);
    }
  }
  return rows;
}
