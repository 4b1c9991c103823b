/** Scripts by their blocks: first and last UTF-16 code unit. Letters outside them are not counted. */
const BLOCKS: readonly (readonly [number, number, string])[] = [
  [0x41, 0x5a, "Latin"],
  [0x61, 0x7a, "Latin"],
  [0xc0, 0x24f, "Latin"],
  [0x259, 0x259, "Latin"],
  [0x370, 0x3ff, "Greek"],
  [0x400, 0x52f, "Cyrillic"],
  [0x531, 0x587, "Armenian"],
  [0x5d0, 0x5f4, "Hebrew"],
  [0x620, 0x64a, "Arabic"],
  [0x66e, 0x6d3, "Arabic"],
  [0x6d5, 0x6d5, "Arabic"],
  [0x900, 0x963, "Devanagari"],
  [0x980, 0x9e3, "Bengali"],
  [0xa01, 0xa75, "Gurmukhi"],
  [0xa81, 0xae3, "Gujarati"],
  [0xb82, 0xbd7, "Tamil"],
  [0xc01, 0xc63, "Telugu"],
  [0xc82, 0xce3, "Kannada"],
  [0xd02, 0xd63, "Malayalam"],
  [0xd82, 0xdf3, "Sinhala"],
  [0xe01, 0xe4e, "Thai"],
  [0xe81, 0xedd, "Lao"],
  [0x1000, 0x109f, "Myanmar"],
  [0x10a0, 0x10ff, "Georgian"],
  [0x1100, 0x11ff, "Hangul"],
  [0x1200, 0x137f, "Ethiopic"],
  [0x1780, 0x17d3, "Khmer"],
  [0x1e00, 0x1eff, "Latin"],
  [0x3041, 0x309f, "Kana"],
  [0x30a1, 0x30ff, "Kana"],
  [0x3400, 0x9fff, "Han"],
  [0xac00, 0xd7a3, "Hangul"],
];

/** By UTF-16 code unit: the number of its block, counted from 1; 0 where it is in none. */
const blockOf = new Uint8Array(0x10000);
for (const [index, [first, last]] of BLOCKS.entries()) blockOf.fill(index + 1, first, last + 1);

/** How many letters of each script the text has. */
export function countScripts(text: string): Map<string, number> {
  const byBlock = new Uint32Array(BLOCKS.length + 1);
  for (let at = 0; at < text.length; at++) {
    const block = blockOf[text.charCodeAt(at)] as number;
    byBlock[block] = (byBlock[block] as number) + 1;
  }
  const counts = new Map<string, number>();
  BLOCKS.forEach(([, , script], index) => {
    const count = byBlock[index + 1] as number;
    if (count > 0) counts.set(script, (counts.get(script) ?? 0) + count);
  });
  return counts;
}
