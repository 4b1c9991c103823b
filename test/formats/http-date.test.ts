import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { httpDate, readHttpDate } from "../../src/formats/http-date.ts";

describe("a date of HTTP", () => {
  it("is written in the one form and read back to the second, whatever the year", () => {
    const years = { min: new Date("0000-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59Z") };
    fc.assert(
      fc.property(fc.date({ ...years, noInvalidDate: true }), (date) => {
        const instant = `${date.toISOString().slice(0, 19)}Z`;
        assert.equal(readHttpDate(httpDate(instant)), instant);
      }),
    );
    assert.equal(httpDate("2023-02-23T06:40:00Z"), "Thu, 23 Feb 2023 06:40:00 GMT");
    assert.equal(readHttpDate("Sat, 01 Jan 0050 00:00:00 GMT"), "0050-01-01T00:00:00Z");
  });

  for (const written of [
    "",
    "now",
    "2023-02-23T06:40:00Z",
    "Thursday, 23-Feb-23 06:40:00 GMT",
    "Thu Feb 23 06:40:00 2023",
    "Thu, 23 Feb 2023 06:40:00 +0000",
    "Thu, 23 Feb 2023 06:40:00 UTC",
    "Thu, 23 Feb 2023 06:40 GMT",
    "Thu, 23 feb 2023 06:40:00 GMT",
    "thu, 23 Feb 2023 06:40:00 GMT",
    "Fri, 23 Feb 2023 06:40:00 GMT",
    "Thu, 30 Feb 2023 06:40:00 GMT",
    "Thu, 02 Mar 2023 24:00:00 GMT",
    "Thu, 23 Feb 2023 06:60:00 GMT",
    "Thu, 23 Feb 2023 06:40:00 GMT ",
    "Thu, 23 Feb 2023 06:40:00 GMT, Thu, 23 Feb 2023 06:40:00 GMT",
    "Thu, 23 Feb 2023 06:40:00 GMT\n",
    "Thu, 23 Feb 12023 06:40:00 GMT",
    "Thu, ٢٣ Feb 2023 06:40:00 GMT",
    "Wed, 31 Feb 0000 00:00:00 GMT",
  ]) {
    it(`is not ${JSON.stringify(written)}`, () => {
      assert.equal(readHttpDate(written), null);
    });
  }
});
