import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  type Resumption,
  readToken,
  writeToken,
} from "../../../src/formats/oai/resumption-token.ts";

describe("a resumption token", () => {
  const tokens: Resumption[] = [
    { from: null, until: null, set: null, after: "7", cursor: 100 },
    { from: "2023-01-01", until: "2023-01-02", set: "agency:a!20b", after: "99", cursor: 0 },
    { from: null, until: "2023-01-01T00:00:00Z", set: "year:2023", after: "1", cursor: 5 },
  ];
  for (const token of tokens) {
    it(`${writeToken(token)} says where the harvest goes on`, () =>
      assert.deepEqual(readToken(writeToken(token)), token));
  }

  for (const junk of ["", "x", "0/0///", "1/1", "1/1/////", "-1/1///", "1/a///", "1e3/1///"]) {
    it(`is never ${JSON.stringify(junk)}`, () => assert.equal(readToken(junk), null));
  }
});
