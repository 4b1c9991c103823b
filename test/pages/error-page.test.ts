import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { impossibleDay } from "../../src/pages/impossible-day.ts";
import { exampleErrorPage } from "../support/example-models.ts";

const days: [typed: string, day: string | null][] = [
  ["2023-02-30", "30 February 2023"],
  ["2023-02-29", "29 February 2023"],
  ["2024-02-29", null],
  ["2023-04-31", "31 April 2023"],
  ["2023-01-00", "0 January 2023"],
  ["2023-13-01", null],
  ["0000-01-32", null],
  ["2023-02", null],
  ["yesterday", null],
];

describe("a day that is in no calendar", () => {
  for (const [typed, day] of days) {
    it(`is ${day ?? "not what is meant"} for “${typed}”`, () => {
      const found = impossibleDay(typed);
      assert.equal(found && `${found.day} ${found.monthAndYear}`, day);
    });
  }
});

describe("the error page", () => {
  it("keeps what was typed in its field, with what was wrong beside it", () => {
    const [from, to] = exampleErrorPage().form?.fields ?? [];
    assert.equal(from?.value, "2023-02-30");
    assert.equal(from?.fault, "February 2023 has 28 days.");
    assert.equal(from?.describedBy, "from-fault how");
    assert.equal(from?.dateFault, true);
    assert.deepEqual([to?.value, to?.fault], ["2023-09", null]);
  });

  it("puts the likely meaning before the form, and what has no field in words", () => {
    const page = exampleErrorPage();
    assert.deepEqual(
      page.suggestions.map(({ label }) => label),
      ["From 28 February 2023"],
    );
    assert.deepEqual(page.messages, [
      { name: "colour", typed: "red", message: "No such parameter." },
    ]);
    assert.equal(page.impossible?.day, "30");
  });

  it("names a value at fault also where the form has no field for it", () => {
    const page = exampleErrorPage({ typed: null });
    assert.deepEqual(
      page.messages.map(({ name }) => name),
      ["from", "colour"],
    );
  });

  it("strikes out an impossible day of a path, too", () => {
    const fault = { field: "", typed: "2023-02-30", message: "", suggestions: [] };
    const problem = {
      status: 404 as const,
      title: "No",
      explanation: "",
      faults: [fault],
      links: [],
    };
    const page = exampleErrorPage({ problem, typed: null });
    assert.deepEqual([page.impossible?.day, page.messages], ["30", []]);
  });

  it("has no address, no data and no place in a search engine", () => {
    const { layout } = exampleErrorPage();
    assert.deepEqual([layout.canonical, layout.path, layout.robots], [null, null, "noindex"]);
  });

  it("offers no form where the archive cannot be read", () => {
    const problem = {
      status: 503 as const,
      title: "Closed",
      explanation: "For a moment.",
      faults: [],
      links: [],
    };
    assert.equal(exampleErrorPage({ problem, summary: null, typed: null }).form, null);
  });
});
