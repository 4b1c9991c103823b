import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { base32, ID_LENGTH, ID_PATTERN, statementIds } from "../../src/statements/statement-id.ts";

const digestOf = (text: string) => createHash("sha256").update(text).digest();

describe("base 32", () => {
  const table = [
    [[], ""],
    [[0], "0"],
    [[0xff], "z"],
    [[0, 0, 0, 0, 0], "00000000"],
    [[0xff, 0xff, 0xff, 0xff, 0xff], "zzzzzzzz"],
    // 00001 00010 00011 00100 00101 00110 00111 01000
    [[0x08, 0x86, 0x42, 0x98, 0xe8], "12345678"],
    // 01010 01011 01100 01101 01110 01111 10000 10001: letters follow the digits
    [[0x52, 0xd8, 0xd7, 0x3e, 0x11], "abcdefgh"],
  ] as const;
  for (const [bytes, text] of table) {
    test(`[${bytes}] is ${JSON.stringify(text)}`, () => {
      assert.equal(base32(Uint8Array.from(bytes)), text);
    });
  }

  test("has no letter that is taken for a digit or another letter", () => {
    const letters = new Set(
      Array.from({ length: 1000 }, (_, number) => base32(digestOf(String(number)))).join(""),
    );
    assert.equal([...letters].sort().join(""), "0123456789abcdefghjkmnpqrstvwxyz");
  });

  test("agrees with the digest read as one number", () => {
    for (let number = 0; number < 100; number++) {
      const digest = digestOf(`digest ${number}`);
      const whole = BigInt(`0x${digest.toString("hex")}`) >> 1n;
      const plain = whole.toString(32).padStart(51, "0");
      const ours = [...plain].map(
        (digit) => "0123456789abcdefghjkmnpqrstvwxyz"[parseInt(digit, 32)],
      );
      assert.equal(base32(digest), ours.join(""));
    }
  });
});

describe("the ids that a statement may take", () => {
  test("are the same in the same order for the same digest", () => {
    assert.deepEqual([...statementIds(digestOf("a"))], [...statementIds(digestOf("a"))]);
  });

  test("begin with the first letters of the digest, and grow longer only when all of one length are taken", () => {
    const ids = [...statementIds(digestOf("a"))];
    assert.equal(ids[0], base32(digestOf("a")).slice(0, ID_LENGTH));
    const lengths = ids.map((id) => id.length);
    assert.deepEqual(
      lengths.toSorted((a, b) => a - b),
      lengths,
    );
    assert.equal(lengths.at(-1), 51);
  });

  test("are many: no statement is left without one", () => {
    assert.ok(new Set(statementIds(digestOf("a"))).size > 800);
  });

  test("match the pattern of ids, all of them", () => {
    for (const id of statementIds(digestOf("b"))) assert.match(id, ID_PATTERN);
  });

  test("differ for 100,000 digests", () => {
    const firsts = new Set<string>();
    for (let number = 0; number < 100_000; number++) {
      firsts.add(String(statementIds(digestOf(String(number))).next().value));
    }
    assert.equal(firsts.size, 100_000);
  });
});

describe("the pattern of ids", () => {
  const no = [
    "",
    "012345678",
    "0123456789i",
    "0123456789L",
    "l123456789",
    "o123456789",
    "u123456789",
  ];
  for (const text of [...no, "0123456789\n", "0123456789@1", "01234-6789", "0".repeat(52)]) {
    test(`does not match ${JSON.stringify(text)}`, () => assert.doesNotMatch(text, ID_PATTERN));
  }
  test("matches the shortest and the longest", () => {
    assert.match("0123456789", ID_PATTERN);
    assert.match("z".repeat(51), ID_PATTERN);
  });
});
