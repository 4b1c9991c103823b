import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { dateFromName } from "../../src/import/date-from-name.ts";
import { displayedName, nameBytes } from "../../src/import/file-path.ts";
import { leftByName } from "../../src/import/left-by-name.ts";
import { inNaturalOrder } from "../../src/import/natural-order.ts";

describe("names of files", () => {
  test("bytes that are not UTF-8 are shown, and backslashes that look so are told apart", () => {
    assert.equal(displayedName(Buffer.from("a\xffb.txt", "latin1")), "a\\xffb.txt");
    assert.equal(displayedName(Buffer.from("a\\xffb.txt")), "a\\x5cxffb.txt");
    assert.equal(displayedName(Buffer.from("a\\b Ünï😀.txt")), "a\\b Ünï😀.txt");
  });

  test("every name can be read back from what is shown, and no two are shown alike", () => {
    const byte = fc.oneof(
      fc.constantFrom(0x5c, 0x78, 0x66, 0x35, 0x63, 0xff, 0xc3, 0xa9),
      fc.integer({ min: 1, max: 255 }),
    );
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 12 }), (name) => {
        const shown = displayedName(Uint8Array.from(name));
        assert.deepEqual([...nameBytes(shown)], name);
      }),
      { numRuns: 3000 },
    );
  });

  test("digits in names count as numbers", () => {
    const ordered = [
      "",
      "1.txt",
      "01.txt",
      "2.txt",
      "10.txt",
      "10a.txt",
      "a",
      "a2b10",
      "a10b2",
      "b",
    ];
    assert.deepEqual(inNaturalOrder([...ordered].reverse()), [
      "",
      "01.txt",
      "1.txt",
      ...ordered.slice(3),
    ]);
  });

  test("the order of names does not depend on the order in which they come", () => {
    const name = fc.string({ maxLength: 6 });
    fc.assert(
      fc.property(fc.uniqueArray(name), (names) => {
        assert.deepEqual(inNaturalOrder([...names].reverse()), inNaturalOrder(names));
      }),
    );
  });
});

describe("dates in names", () => {
  const NAMES: [name: string, date: string | null][] = [
    ["20230127.txt", "2023-01-27"],
    ["2023-01-27-title.md", "2023-01-27"],
    ["notes/2023_01_27 title.md", "2023-01-27"],
    ["minutes_20230127.txt", "2023-01-27"],
    ["20230127-20230127.txt", "2023-01-27"],
    ["20230127-20230128.txt", null],
    ["20230230.txt", null],
    ["120230127.txt", null],
    ["2023-0127.txt", null],
    ["2023-01.txt", null],
    ["20230127/title.txt", null],
    ["title.txt", null],
  ];
  for (const [name, date] of NAMES) {
    test(`${name}: ${date ?? "none"}`, () => assert.equal(dateFromName(name), date));
  }
});

describe("files that are left", () => {
  const NAMES: [name: string, reason: RegExp | null][] = [
    ["a.txt", null],
    ["A.TXT", null],
    ["b.Md", null],
    ["a.text", /wrong extension/],
    ["a.markdown", /wrong extension/],
    ["20080916.xt", /wrong extension/],
    ["LICENSE", /wrong extension/],
    [".DS_Store", /hidden/],
    [".txt", /hidden/],
    ["a.txt~", /editor/],
    ["#a.txt#", /editor/],
    [".a.txt.swp", /editor/],
    ["~$a.txt", /editor/],
  ];
  for (const [name, reason] of NAMES) {
    test(`${name}: ${reason ? reason.source : "read"}`, () => {
      const left = leftByName(name);
      if (reason === null) assert.equal(left, null);
      else assert.match(left?.reason ?? "", reason);
    });
  }
});
