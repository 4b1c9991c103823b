import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { ByteColumn } from "../../src/import/columns/byte-column.ts";
import { ByteIndex } from "../../src/import/columns/byte-index.ts";
import { TextColumn } from "../../src/import/columns/text-column.ts";
import type { ReportEntry } from "../../src/import/import-report.ts";
import { PackedEntries } from "../../src/import/packed-entries.ts";

describe("what a run keeps of its files", () => {
  it("gives every text back, of any length and in any order", () => {
    const texts = ["", "a", "Ağdam/№ 1.txt", "x".repeat(100_000), "y".repeat(300_000), "\0\\xff"];
    const textOf = (number: number) => `${number} ${texts[number % texts.length]}`;
    const column = new TextColumn();
    for (let number = 1499; number >= 0; number--) column.set(number, textOf(number));
    for (let number = 0; number < 1500; number++) assert.equal(column.get(number), textOf(number));
    assert.equal(column.get(5000), null);
  });

  it("gives every row of bytes back", () => {
    const column = new ByteColumn(4);
    const bytes = (number: number) => Buffer.from(Int32Array.of(number * 7919).buffer);
    for (let number = 0; number < 10_000; number += 3) column.set(number, bytes(number));
    for (let number = 0; number < 10_000; number += 3) {
      assert.deepEqual(column.get(number), bytes(number));
    }
  });

  it("finds equal bytes, and no others", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 2, max: 3 }), { maxLength: 50 }), (all) => {
        const index = new ByteIndex(all.length);
        const bytesOf = (number: number) => all[number] as Uint8Array;
        const text = all.map((bytes) => bytes.join());
        for (const [number, bytes] of all.entries()) {
          const first = text.indexOf(text[number] as string);
          assert.equal(index.enter(bytes, number, bytesOf), first < number ? first : -1);
        }
        for (const [number, bytes] of all.entries()) {
          assert.equal(index.find(bytes, bytesOf), text.indexOf(text[number] as string));
        }
        assert.equal(index.find(Uint8Array.of(9, 9, 9), bytesOf), -1);
      }),
    );
  });

  it("gives the report's entries in their order, any number of times", () => {
    const entry = (number: number): ReportEntry => ({
      file: `${number} № .txt`,
      outcome: "refused",
      id: null,
      permalink: null,
      date: null,
      reason: null,
    });
    const entries = new PackedEntries();
    const all = Array.from({ length: 2500 }, (_, number) => entry(number));
    for (const one of all) entries.add(one);
    for (const _ of [1, 2]) assert.deepEqual([...entries], all);
  });
});
