import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readStatementFile } from "../../src/import/read-statement-file.ts";

function read(path: string, text: string, dateFromName = false) {
  return readStatementFile(path, Buffer.from(text), { dateFromName });
}

function taken(path: string, text: string, dateFromName = false) {
  const file = read(path, text, dateFromName);
  assert.ok(!("refused" in file), "refused" in file ? file.refused : "");
  return file;
}

function refused(path: string, text: string, dateFromName = false): string {
  const file = read(path, text, dateFromName);
  assert.ok("refused" in file, "it was taken");
  return file.refused;
}

const matter = (lines: string, text = "Words.") => `---\n${lines}\n---\n${text}\n`;

describe("front matter", () => {
  test("gives every field", () => {
    const file = taken(
      "a.md",
      matter(
        [
          "title: >\n  The road\n  is open",
          "date: 2023-01-27",
          "agency: TASS",
          "place: Moscow",
          "language: ZH-hant",
          "url: https://example.org/a",
          "rights: CC0",
          "tags: [roads, peace, roads]",
        ].join("\n"),
        "\n\n# Words\n",
      ),
    );
    assert.equal(file.date, "2023-01-27");
    assert.equal(file.text, "# Words");
    assert.deepEqual(file.warnings, []);
    assert.deepEqual(file.fields, {
      title: "The road is open",
      agency: "TASS",
      place: "Moscow",
      language: "zh-Hant",
      url: "https://example.org/a",
      rights: "CC0",
      tags: ["roads", "peace"],
    });
  });

  const DATES: [written: string, date: string][] = [
    ["2015-03-17", "2015-03-17"],
    ["'2015-03-17'", "2015-03-17"],
    ['"2015-03-17"', "2015-03-17"],
    ["2015-03-17 14:00:00 -4", "2015-03-17"],
    ["2016-03-23 9:00:00 -4", "2016-03-23"],
    ["'2014-03-19T10:14:29-04:00'", "2014-03-19"],
    ["2020-07-07T00:00:00.000Z", "2020-07-07"],
    ["2020-07-07 23:59 UTC", "2020-07-07"],
    ["2016-08-04 # the day", "2016-08-04"],
  ];
  for (const [written, date] of DATES) {
    test(`date: ${written}`, () =>
      assert.equal(taken("a.md", matter(`date: ${written}`)).date, date));
  }

  const NO_DATES: [written: string, reason: RegExp][] = [
    ["2015-02-29", /February 2015 has 28 days/],
    ["20150317", /no hyphens/],
    ["03/04/2015", /ambiguous/],
    ["17 March 2015", /not a date/],
    ["2015-03", /month/],
    ["[2015-03-17]", /list/],
    ["{day: 2015-03-17}", /mapping/],
    ["2015-03-17 tomorrow", /white space/],
  ];
  for (const [written, reason] of NO_DATES) {
    test(`date: ${written} is refused`, () => {
      assert.match(refused("a.md", matter(`date: ${written}`)), reason);
    });
  }

  test("an empty date is none", () => {
    assert.match(
      refused("a.md", matter("date:\ntitle: x")),
      /no date.*front matter.*--date-from-name/,
    );
  });

  test("scalars stay as written", () => {
    const { fields } = taken(
      "a.md",
      matter("date: 2023-01-27\ntitle: 1984\nplace: no\ntags: one, two"),
    );
    assert.equal(fields.title, "1984");
    assert.equal(fields.place, "no");
    assert.deepEqual(fields.tags, ["one", "two"]);
  });

  const LEFT_OUT: [line: string, name: string][] = [
    ["title: [a, b]", "title"],
    ["agency: {name: x}", "agency"],
    ["url: javascript:alert(1)", "url"],
    ["url: ftp://example.org", "url"],
    ["url: example.org", "url"],
    ["language: English", "language"],
    ["language: en_US", "language"],
    ["tags: {a: b}", "tags"],
    ["x: &a y\nplace: *a", "place"],
  ];
  for (const [line, name] of LEFT_OUT) {
    test(`${JSON.stringify(line)} is left out, and said by name`, () => {
      const { warnings } = taken("a.md", matter(`date: 2023-01-27\n${line}`));
      assert.equal(warnings.length, 1);
      assert.ok(warnings[0]?.includes(`${name} left out`), warnings[0]);
    });
  }

  const FAULTY: [what: string, file: string, reason: RegExp][] = [
    [
      "a fault of YAML",
      matter("date: 2023-01-27\ntitle: 'open"),
      /^line 4: front matter is not YAML/,
    ],
    ["a key twice", matter("date: 2023-01-27\ndate: 2023-01-28"), /line 3/],
    ["front matter that is not closed", "---\ndate: 2023-01-27\n\nWords.", /line 1.*not closed/],
    ["front matter without end", `---\ntitle: ${"x".repeat(40_000)}\n---\n`, /longer than/],
    [
      "nesting without end",
      matter(`date: 2023-01-27\nx: ${"[".repeat(30_000)}`),
      /^line 2: the front matter is nested too deeply; write it flat$/,
    ],
    [
      "a list in a list without end",
      matter(`date: 2023-01-27\nx:\n${"- ".repeat(15_000)}`),
      /^line 2: the front matter is nested too deeply; write it flat$/,
    ],
    ["a list", matter("- date: 2023-01-27"), /expected to hold lines/],
    ["no words", matter("date: 2023-01-27", ""), /no text/],
    [
      "a header behind it",
      matter("date: 2023-01-27", " date 2023-01-28 x"),
      /line 4.*header behind/,
    ],
    ["code in front of it", "---js\nprocess.exit(9)\n---\nx", /no header/],
  ];
  for (const [what, file, reason] of FAULTY) {
    test(`${what} is refused`, () => assert.match(refused("a.md", file), reason));
  }

  test("aliases are never multiplied", () => {
    const bomb = ["a: &a [x,x,x,x,x,x,x,x]"];
    for (const name of "bcdefghij") {
      const before = String.fromCharCode(name.charCodeAt(0) - 1);
      bomb.push(`${name}: &${name} [${Array(8).fill(`*${before}`).join(",")}]`);
    }
    assert.equal(taken("a.md", matter(`date: 2023-01-27\n${bomb.join("\n")}`)).text, "Words.");
  });

  test("quoted values may go on in lines that are not indented", () => {
    const file = taken(
      "a.md",
      matter(`date: 2023-01-27\ntitle: "The road\nis: \\"open\\""\nplace: x`),
    );
    assert.equal(file.fields.title, 'The road is: "open"');
    assert.equal(file.fields.place, "x");
  });

  test("a mark, other line ends, a blank line before and dots behind do no harm", () => {
    const file = taken("a.MD", "\ufeff\r\n---\r\ndate: 2023-01-27\r\n...\r\n\r\nOne.\r\nTwo.\r\n");
    assert.equal(file.text, "One.\nTwo.");
  });

  test("a header may give the date that it has not", () => {
    const file = taken("a.md", matter("title: Open", "\n date 2023-01-27 Words."));
    assert.deepEqual([file.date, file.text, file.fields.title], ["2023-01-27", "Words.", "Open"]);
  });

  test("is literal in .txt", () => {
    assert.match(refused("a.txt", matter("date: 2023-01-27")), /rename the file to \.md/);
  });
});

describe("the number of paragraphs", () => {
  test("is bounded, in literal text and in Markdown", () => {
    const written = (count: number) => `date 2023-01-27 One.${"\n\nTwo.".repeat(count - 1)}`;
    taken("a.txt", written(100_000));
    for (const name of ["a.txt", "a.md"]) {
      assert.equal(refused(name, written(100_001)), "more than 100,000 paragraphs; split the file");
    }
  });
});

describe("the date from the name", () => {
  test("is taken only when asked for", () => {
    assert.match(refused("20230127.txt", "Words."), /--date-from-name/);
    const file = taken("20230127.txt", "\n  Words.\n", true);
    assert.deepEqual([file.date, file.text, file.warnings], ["2023-01-27", "  Words.", []]);
  });

  test("gives way to the header, and a warning says so", () => {
    const file = taken("20230127.txt", "date 2023-01-28 Words.", true);
    assert.equal(file.date, "2023-01-28");
    assert.match(file.warnings.join(), /name says 2023-01-27.*2023-01-28/);
  });

  test("gives way to front matter", () => {
    assert.equal(taken("2023-01-27-a.md", matter("date: 2023-01-28"), true).date, "2023-01-28");
  });

  test("stands in for front matter that has none", () => {
    assert.equal(taken("2023-01-27-a.md", matter("title: x"), true).date, "2023-01-27");
  });

  test("does not mend a header that is wrong", () => {
    assert.match(refused("20230127.txt", "date 2023-02-30 Words.", true), /February/);
  });

  test("is missed by name where there is none", () => {
    assert.match(refused("notes.txt", "Words.", true), /name holds no one date/);
  });
});

test("line ends of every kind are line feeds", () => {
  assert.equal(
    taken("a.txt", "date 2023-01-27 One.\r\rTwo.\r\nThree.\n").text,
    "One.\n\nTwo.\nThree.",
  );
});

test("white space alone is an empty file", () => {
  assert.match(refused("a.txt", "\ufeff \r\n\t\n"), /empty file/);
});
