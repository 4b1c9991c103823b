import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  comparePath,
  dataPath,
  HOME,
  listPath,
  periodPath,
  revisionPath,
  shortPath,
  sitemapPath,
  statementPath,
} from "../src/permalinks.ts";
import type { IsoDate } from "../src/statements/iso-date.ts";

const date = "2023-01-27" as IsoDate;

const addresses: [what: string, made: string, address: string][] = [
  ["a year", periodPath("2023"), "/2023"],
  ["a month", periodPath("2023-01"), "/2023/01"],
  ["a day", periodPath("2023-01-27"), "/2023/01/27"],
  [
    "a statement",
    statementPath({ id: "0123456789", slug: "a-word", date }),
    "/2023/01/27/a-word-0123456789",
  ],
  [
    "a statement without a slug",
    statementPath({ id: "0123456789", slug: null, date }),
    "/2023/01/27/0123456789",
  ],
  ["a short address", shortPath("0123456789"), "/s/0123456789"],
  ["a revision", revisionPath("0123456789", 2), "/s/0123456789@2"],
  ["a comparison", comparePath("0123456789", 1, 2), "/s/0123456789/compare?from=1&to=2"],
  ["the list", listPath({}), "/statements"],
  ["a list of nothing in particular", listPath({ from: "", to: null }), "/statements"],
  [
    "a list, its parts always in the same order",
    listPath({ after: "2023-01-27.3", sort: "oldest", place: "Nagorno & Co", from: "2023" }),
    "/statements?from=2023&place=Nagorno+%26+Co&sort=oldest&after=2023-01-27.3",
  ],
  ["the data of the home page", dataPath(HOME, "json"), "/statements.json"],
  ["data", dataPath("/2023/01", "txt"), "/2023/01.txt"],
  [
    "data with a query",
    dataPath("/statements?place=a%3Fb", "json"),
    "/statements.json?place=a%3Fb",
  ],
  ["a sitemap", sitemapPath("2023"), "/sitemap/2023.xml"],
];

describe("the address of", () => {
  for (const [what, made, address] of addresses) {
    it(`${what} is ${address}`, () => assert.equal(made, address));
  }
});
