import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { slugOf } from "../../src/statements/slug.ts";

const slugs: [headline: string, slug: string | null][] = [
  ["Russia’s call on the U.S. and No. 5", "russias-call-on-the-us-and-no-5"],
  ["Déclaration à Genève", "declaration-a-geneve"],
  ["İstanbul, Ağdərə, Łódź, Ærø, Straße", "istanbul-agdere-lodz-aero-strasse"],
  ["The talks in Ереван go on", "the-talks-in-go-on"],
  ["Ճանապարհը բաց է", null],
  ["Дорога открыта", null],
  ["会谈将继续", null],
  ["…", null],
  ["a".repeat(80), "a".repeat(60)],
  [`${"word ".repeat(12)}end`, `${"word-".repeat(11)}word`],
];

test("a slug is the first words in plain letters, or nothing", () => {
  for (const [headline, slug] of slugs) assert.equal(slugOf(headline), slug);
});

test("whatever the headline, the slug is plain and short", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (headline) => {
      const slug = slugOf(headline);
      if (slug !== null) assert.match(slug, /^(?=.{1,60}$)[a-z0-9]+(?:-[a-z0-9]+)*$/);
    }),
  );
});
