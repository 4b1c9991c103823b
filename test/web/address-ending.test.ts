import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DATA_ENDINGS } from "../../src/data-formats.ts";
import { splitEnding } from "../../src/web/address-ending.ts";

describe("the ending of an address", () => {
  const table: [path: string, page: string, format: string][] = [
    ["/", "/", "html"],
    ["/.json", "/", "json"],
    ["/.feed.json", "/", "feed.json"],
    ["/2023", "/2023", "html"],
    ["/2023.json", "/2023", "json"],
    ["/2023.feed.json", "/2023", "feed.json"],
    ["/s/k3m9p2q7ra@2.csl.json", "/s/k3m9p2q7ra@2", "csl.json"],
    ["/2023.xfeed.json", "/2023.xfeed", "json"],
    ["/2023.cslxjson", "/2023.cslxjson", "html"],
    ["/2023json", "/2023json", "html"],
    ["/2023.csv.txt", "/2023.csv", "txt"],
    ["/csv", "/csv", "html"],
  ];
  for (const [path, page, format] of table) {
    it(`of ${path} is that of ${format}`, () => {
      assert.deepEqual(splitEnding(path), { page, format });
    });
  }

  it("is known for each format", () => {
    for (const format of DATA_ENDINGS) {
      assert.deepEqual(splitEnding(`/2023.${format}`), { page: "/2023", format });
    }
  });
});
