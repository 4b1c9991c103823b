import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { chosenEncoding } from "../../../src/web/answers/accept-encoding.ts";
import { addressKey } from "../../../src/web/answers/address-key.ts";

describe("Accept-Encoding", () => {
  const table: [header: string | null, chosen: string][] = [
    [null, "identity"],
    ["", "identity"],
    ["gzip, deflate, br", "br"],
    ["gzip, deflate", "gzip"],
    ["X-GZIP", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["br;q=0.2, gzip;q=0.8", "gzip"],
    ["gzip;q=0.001", "gzip"],
    ["gzip;q=0.5, identity", "identity"],
    ["gzip, identity", "gzip"],
    ["gzip;q=0.000", "identity"],
    ["*", "br"],
    ["*;q=0", "identity"],
    ["*, br;q=0", "gzip"],
    ["identity;q=0, *", "br"],
    ["identity;q=0", "identity"],
    ["*;q=0, gzip", "gzip"],
    ["gzip ; Q=0.4 , br ; q=0.3", "gzip"],
    ["gzip;q=1.5, br;q=-1", "identity"],
    ["zstd, deflate", "identity"],
  ];
  for (const [header, chosen] of table) {
    it(`${JSON.stringify(header)} gets ${chosen}, and again`, () => {
      assert.equal(chosenEncoding(header), chosen);
      assert.equal(chosenEncoding(header), chosen);
    });
  }
});

describe("the key of an address", () => {
  const table: [address: string, key: string | null][] = [
    ["/2023", "/2023"],
    ["/2023?", "/2023"],
    ["/?utm_source=a&UTM_x&fbclid=1", "/"],
    ["/statements?to=2023&from=2022", "/statements?from=2022&to=2023"],
    ["/statements?agency=RIA+Novosti", "/statements?agency=RIA+Novosti"],
    ["/statements?agency=%20RIA%20Novosti%20", "/statements?agency=RIA+Novosti"],
    ["/statements?from=", "/statements?from="],
    ["/statements?from=2023&from=2023", null],
    ["/statements?from=2023&%66rom=", null],
    ["/statements?a=b%26c", "/statements?a=b%26c"],
    ["/statements?a=%", null],
    ["/statements?utm_x=%", null],
    ["http://elsewhere.example/2023", null],
  ];
  for (const [address, key] of table) {
    it(`${address} is ${key}`, () => assert.equal(addressKey(address), key));
  }

  it("is its own key", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (query) => {
        const key = addressKey(`/statements?${query}`);
        assert.equal(key && addressKey(key), key);
      }),
    );
  });
});
