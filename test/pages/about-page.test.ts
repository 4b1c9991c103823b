import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { aboutPage } from "../../src/pages/about-page.ts";
import { contactLink } from "../../src/pages/contact.ts";
import { plainSentence } from "../../src/pages/sentence.ts";
import { SITE, SUMMARY } from "../support/example-date-models.ts";
import { EMPTY_SUMMARY, NAMES } from "../support/example-models.ts";

const contacts: [contact: string, href: string | null][] = [
  ["archive@example.org", "mailto:archive@example.org"],
  ["https://example.org/contact", "https://example.org/contact"],
  ["http://example.org", "http://example.org"],
  ["javascript:alert(1)", null],
  ["data:text/html,x@example.org", null],
  ["The archivist, Room 5", null],
  ["a@b?subject=x", null],
];

describe("whom to write to", () => {
  for (const [contact, href] of contacts) {
    it(`links “${contact}” to ${href}`, () => {
      assert.deepEqual(contactLink(contact), { label: contact, href });
    });
  }
});

describe("the about page", () => {
  it("gives counts that add up", () => {
    const summary = {
      ...SUMMARY,
      total: 1234,
      headlinesDerived: 1000,
      files: 1300,
      missingFiles: 7,
    };
    const { counts } = aboutPage(SITE, { summary, names: NAMES });
    for (const { whole, parts } of counts) {
      for (const part of parts) {
        const [first, second] =
          part.match(/\d[\d,]*(?= )/g)?.map((text) => Number(text.replaceAll(",", ""))) ?? [];
        const total = Number((/^[\d,]+/.exec(whole) ?? [""])[0].replaceAll(",", ""));
        assert.equal((first ?? 0) + (second ?? 0), total, `${whole}: ${part}`);
      }
    }
  });

  it("says what is held, from when to when", () => {
    const holds = (summary = SUMMARY) =>
      plainSentence(aboutPage(SITE, { summary, names: NAMES }).holds);
    assert.equal(holds(), "holds 4 statements, 3 November 2022 to 9 March 2024.");
    assert.equal(
      holds({ ...SUMMARY, total: 1, last: SUMMARY.first }),
      "holds 1 statement, of 3 November 2022.",
    );
    assert.equal(holds(EMPTY_SUMMARY), "holds no statements yet.");
  });

  it("lists the languages by their English names", () => {
    assert.deepEqual(aboutPage(SITE, { summary: SUMMARY, names: NAMES }).languages[1], {
      text: "Arabic",
      href: "/statements?language=ar",
      count: "1",
    });
  });
});
