import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeText } from "../../src/import/decode-text.ts";
import { firstBadByte } from "../../src/import/first-bad-byte.ts";

const bytes = (...values: number[]) => Uint8Array.from(values);
const ascii = (text: string) => Buffer.from(text, "latin1");

test("a byte order mark is dropped", () => {
  assert.deepEqual(decodeText(Buffer.from("\ufeffdate")), { text: "date", warning: null });
});

test("noncharacters, private use and control characters are taken as typed", () => {
  const typed = "\u{fffe}\u{ffff}\u{e000}\u{10ffff}\u0001\u001b";
  assert.deepEqual(decodeText(Buffer.from(typed)), { text: typed, warning: null });
});

for (const encoding of ["UTF-16LE", "UTF-16BE"]) {
  test(`${encoding} with a byte order mark is converted, and said`, () => {
    const file = Buffer.from("\ufeffdate Я 😀", "utf16le");
    const decoded = decodeText(encoding === "UTF-16LE" ? file : file.swap16());
    assert.ok("text" in decoded);
    assert.equal(decoded.text, "date Я 😀");
    assert.match(decoded.warning ?? "", new RegExp(encoding));
  });
}

const REFUSED: [what: string, bytes: Uint8Array, ...words: string[]][] = [
  ["an empty file", bytes(), "empty"],
  ["ISO-8859-1", ascii("d\xe9clar\xe9"), "byte 1 is 0xe9", "iconv"],
  ["windows-1251", ascii("\xcc\xee\xf1\xea\xe2\xe0"), "byte 0 is 0xcc"],
  ["a character cut short", ascii("abc\xe2\x80"), "byte 3 is 0xe2"],
  ["an overlong form", ascii("a\xc0\xaf"), "byte 1 is 0xc0"],
  ["a surrogate", ascii("ab\xed\xa0\x80"), "byte 2 is 0xed"],
  ["above U+10FFFF", ascii("\xf4\x90\x80\x80"), "byte 0 is 0xf4"],
  ["UTF-16 without a mark", Buffer.from("date 2023", "utf16le"), "UTF-16 without", "byte 1"],
  ["half a UTF-16 character", ascii("\xff\xfea"), "not whole UTF-16LE"],
  ["UTF-32", ascii("\xff\xfe\0\0a\0\0\0"), "UTF-32"],
  ["gzip", ascii("\x1f\x8b\x08"), "gzip"],
  ["PDF", ascii("%PDF-1.7"), "PDF"],
  ["a zero byte", ascii("date 2023-01-27 a\0b"), "byte 17 is zero"],
];

for (const [what, file, ...words] of REFUSED) {
  test(`${what} is refused with its place`, () => {
    const decoded = decodeText(file);
    assert.ok("refused" in decoded, "it was taken");
    for (const part of words) assert.ok(decoded.refused.includes(part), decoded.refused);
  });
}

test("the first bad byte is where a strict decoder first fails", () => {
  const strict = new TextDecoder("utf-8", { fatal: true });
  const isWhole = (file: Uint8Array) => {
    try {
      return strict.decode(file) !== undefined;
    } catch {
      return false;
    }
  };
  for (let first = 0x80; first < 0x100; first++) {
    for (const rest of [
      [],
      [0x80],
      [0xbf, 0xbf],
      [0x90, 0x80, 0x80],
      [0x8f, 0xbf, 0xbf],
      [0x9f, 0x80],
    ]) {
      const file = bytes(0x61, first, ...rest);
      const at = firstBadByte(file);
      if (at < 0) assert.ok(isWhole(file), `${file}`);
      else assert.ok(!isWhole(file) && isWhole(file.subarray(0, at)), `${file} at ${at}`);
    }
  }
});
