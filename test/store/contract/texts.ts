import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { addDays, type IsoDate } from "../../../src/statements/iso-date.ts";
import type { Statement } from "../../../src/statements/statement.ts";
import { type OpenEmptyStore, onArchive } from "../store-contract.ts";
import { content, day, digestOf, fileOf, imported, importing, listed } from "./made-statements.ts";

const TEXTS = [
  "a NUL \0 in the middle",
  "\0",
  "astral 𐐔𐐯𐑅𐐨 𝄞 and 👩‍👩‍👧",
  "line\nbreaks\r and \u2028 others\n\n  kept",
  "'; DROP TABLE statement; --",
  "",
  "e\u0301 is not é",
];

export function textsContract(open: OpenEmptyStore): void {
  describe("texts", () => {
    it(
      "come back as they were given",
      onArchive(open, async ({ store }) => {
        for (const [index, text] of TEXTS.entries()) {
          const path = `${index}.txt`;
          const said = content({ date: "2023-01-27", text, excerpt: text.slice(0, 20) });
          const { id } = await importing(store, (archive) =>
            archive.add(said, digestOf(said), null, fileOf(path, said)),
          );
          const statement = (await store.statement(id)) as Statement;
          assert.equal(statement.text, text);
          assert.equal(statement.excerpt, said.excerpt);
        }
      }),
    );

    it(
      "of Markdown come back with their blocks, and every field with its value",
      onArchive(open, async ({ store }) => {
        const said = content({
          date: "2023-01-27",
          text: "# Title\n\nWords",
          format: "markdown",
          headline: "Title",
          headlineDerived: false,
          place: "Baku",
          agency: "AzerTAc",
          language: "az",
          url: "https://example.org/1",
          rights: "Public domain",
          tags: ["b", "a"],
          blocks: [{ text: "# Title", html: "<h2>Title</h2>" }],
        });
        const { id } = await importing(store, (archive) =>
          archive.add(said, digestOf(said), "title", fileOf("1.md", said)),
        );
        const statement = (await store.statement(id)) as Statement;
        assert.deepEqual({ ...statement, ...said }, statement);
        assert.equal(statement.slug, "title");
        const known = await importing(store, (archive) => archive.statement(id));
        assert.deepEqual(known, { id, slug: "title", content: said });
      }),
    );

    it("have any excerpt of theirs in the list, whatever white space it folds", async () => {
      const word = fc.constantFrom("a", "word", "слово", "𐐔", "é", "\0", "…", "a.");
      const space = fc.constantFrom(" ", "\n", "\n\n  ", "\t", "\u00a0");
      const text = fc.array(fc.tuple(word, space), { minLength: 1, maxLength: 40 });
      const parts = fc.tuple(text, fc.nat(30), fc.nat(30), fc.boolean());
      await onArchive(open, async ({ store }) => {
        let date = day("2000-01-01");
        const property = fc.asyncProperty(fc.array(parts, { minLength: 1 }), async (all) => {
          date = addDays(date, 1) as IsoDate;
          const said = all.map(([pairs, from, length, cut], index) => {
            const words = pairs.map(([first]) => first).slice(from, from + length);
            const text = `${index} ${pairs.flat().join("")}`;
            return { date, text, excerpt: words.join(" ") + (cut ? "…" : "") };
          });
          await imported(store, said);
          const { statements } = await listed(store, { from: date });
          assert.deepEqual(
            statements.reverse().map(({ excerpt }) => excerpt),
            said.map(({ excerpt }) => excerpt),
          );
        });
        await fc.assert(property, { numRuns: 60 });
      })();
    });
  });
}
