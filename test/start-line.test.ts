import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { startLine } from "../src/start-line.ts";
import type { IsoDate } from "../src/statements/iso-date.ts";

const url = "http://127.0.0.1:3000";
const first = "2022-12-12" as IsoDate;
const last = "2023-12-07" as IsoDate;

describe("the line at start-up", () => {
  it("says how many statements there are, from when to when, and where", () => {
    assert.equal(
      startLine({ total: 1036, first, last }, url),
      `Dateline serves 1,036 statements, 12 December 2022 to 7 December 2023, at ${url}`,
    );
  });

  it("names a single day once, and none in an empty archive", () => {
    assert.equal(
      startLine({ total: 1, first, last: first }, url),
      `Dateline serves 1 statement, 12 December 2022, at ${url}`,
    );
    assert.equal(
      startLine({ total: 0, first: null, last: null }, url),
      `Dateline serves 0 statements, at ${url}`,
    );
  });
});
