import assert from "node:assert/strict";
import { test } from "node:test";
import { contentDigest } from "../../src/import/content-digest.ts";
import type { IsoDate } from "../../src/statements/iso-date.ts";

const hex = (date: string, text: string) =>
  Buffer.from(contentDigest(date as IsoDate, text)).toString("hex");

test("the digest is the SHA-256 of the day, a line feed and the text", () => {
  // printf '2023-01-27\nOne.' | sha256sum
  assert.equal(
    hex("2023-01-27", "One."),
    "ab044a4e2a0ed18c1be18650111ea370893f28b8578b6f38fd23caf18a3c969b",
  );
  assert.notEqual(hex("2023-01-28", "One."), hex("2023-01-27", "One."));
});
