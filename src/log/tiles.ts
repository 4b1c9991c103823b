/** So many hashes, or entries, are in a full tile (c2sp.org/tlog-tiles). */
export const TILE_WIDTH = 256;

/** The highest level that an address may have. */
const HIGHEST_LEVEL = 63;

/** A tile: hashes of a level (0: of the leaves), or the entries themselves. */
export interface Tile {
  level: number | "entries";
  /** Which of its level, from 0. */
  number: number;
  /** How many it holds: 1 to 256. */
  width: number;
}

const FORM = /^(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** The address behind `tile/`: `0/x001/234.p/17`. */
export function tileAddress({ level, number, width }: Tile): string {
  const groups = String(number)
    .padStart(Math.ceil(String(number).length / 3) * 3, "0")
    .match(/\d{3}/g) as string[];
  const last = groups.pop();
  const parts = [...groups.map((group) => `x${group}`), last];
  return `${level}/${parts.join("/")}${width === TILE_WIDTH ? "" : `.p/${width}`}`;
}

/** The reverse; `null` for what is no tile's address, or not written in the one way. */
export function parseTileAddress(written: string): Tile | null {
  const [, level = "", groups = "", width] = FORM.exec(written) ?? [];
  if (level === "" || Number(level) > HIGHEST_LEVEL) return null;
  const number = Number(groups.replace(/[x/]/g, ""));
  const tile: Tile = {
    level: level === "entries" ? level : Number(level),
    number,
    width: width === undefined ? TILE_WIDTH : Number(width),
  };
  return Number.isSafeInteger(number) && tileAddress(tile) === written ? tile : null;
}

/** How many hashes a level has in a tree of so many entries. */
export function hashesOfLevel(size: number, level: number): number {
  return Math.floor(size / TILE_WIDTH ** level);
}

/** Entries as a tile has them: each behind its length in two bytes, the higher first. */
export function entryBundle(entries: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(entry.length);
      return [length, entry];
    }),
  );
}
