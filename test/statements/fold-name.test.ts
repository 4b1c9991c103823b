import assert from "node:assert/strict";
import { it } from "node:test";
import { foldName } from "../../src/statements/fold-name.ts";

const SAME = [
  ["RIA Novosti", "ria novosti"],
  ["Straße", "STRASSE", "STRAẞE"],
  ["ΛΌΓΟΣ", "λόγος", "λόγοσ"],
  ["İstanbul", "I\u0307stanbul", "istanbul", "ISTANBUL", "ıstanbul"],
  ["é", "e\u0301", "É"],
];

const DIFFERENT = [
  ["Agdam", "Ağdam"],
  ["RIA", "RIA "],
  ["TASS", "TАSS"],
];

for (const [first, ...others] of SAME) {
  it(`${first} is the same name as ${others.join(", ")}`, () => {
    for (const other of others) assert.equal(foldName(other), foldName(first as string));
  });
}

for (const [first, second] of DIFFERENT) {
  it(`${JSON.stringify(first)} is another name than ${JSON.stringify(second)}`, () => {
    assert.notEqual(foldName(first as string), foldName(second as string));
  });
}
