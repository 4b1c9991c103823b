import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { agencySet, filterOfSet, isSetSpec } from "../../../src/formats/oai/oai-sets.ts";
import { foldName } from "../../../src/statements/fold-name.ts";

describe("the set of an agency", () => {
  const names: [agency: string, setSpec: string][] = [
    ["RIA Novosti", "agency:ria_novosti"],
    ["ria novosti", "agency:ria_novosti"],
    ["Agence France-Presse", "agency:agence_france-presse"],
    ["AT&T: news_wire", "agency:at!26t!3a_news!5fwire"],
    ["ТАСС", "agency:!d1!82!d0!b0!d1!81!d1!81"],
    ["Ağdam!", "agency:a!c4!9fdam!21"],
  ];
  for (const [agency, setSpec] of names) {
    it(`of ${agency} is ${setSpec}`, () => assert.equal(agencySet(agency), setSpec));
  }

  it("can be named in the protocol, and leads back to the name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (agency) => {
        const setSpec = agencySet(agency);
        assert.ok(isSetSpec(setSpec));
        assert.equal(filterOfSet(setSpec)?.agency, foldName(agency));
      }),
    );
  });
});

describe("a set", () => {
  it("of a year holds its days", () => {
    const filter = filterOfSet("year:2023");
    assert.deepEqual([filter?.from, filter?.to], ["2023-01-01", "2023-12-31"]);
  });

  for (const none of [
    "year:23",
    "year:2023-01",
    "year:",
    "agency",
    "agency:",
    "agency:A",
    "agency:!ff",
    "agency:!41",
    "place:baku",
    "",
  ]) {
    it(`is never named ${JSON.stringify(none)}`, () => assert.equal(filterOfSet(none), null));
  }
});
