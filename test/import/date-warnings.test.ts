import assert from "node:assert/strict";
import { test } from "node:test";
import { dateWarnings } from "../../src/import/date-warnings.ts";
import { readDateline } from "../../src/import/dateline.ts";
import type { IsoDate } from "../../src/statements/iso-date.ts";

/** A Tuesday. */
const TUESDAY = "2023-02-21" as IsoDate;
const warningsOn = (text: string, date = TUESDAY) => dateWarnings(date, text, readDateline(text));

test("the dateline's day is held against the header", () => {
  assert.deepEqual(warningsOn("MOSCOW, February 20 – RIA Novosti. The road is open."), [
    "the dateline says 20 February; the header says 2023-02-21, which was kept",
  ]);
  assert.deepEqual(warningsOn("GENEVA (21 February 2022) – The talks go on."), [
    "the dateline says 21 February 2022; the header says 2023-02-21, which was kept",
  ]);
  assert.deepEqual(warningsOn("MOSCOW, February 21 – RIA Novosti. The road is open."), []);
});

const contradictions = [
  "The ministry on Wednesday called for talks.",
  "The minister said on Wednesday that the road is open.",
  "She said Wednesday at a briefing.",
  "“The road is open,” the minister told reporters in Baku on Wednesday.",
  "“The road is open.”\n\nHe said at a briefing on Wednesday.",
  "On Wednesday, the ministry of transport condemned the closing.",
  "Министр в среду заявила о переговорах.",
  "Об этом сообщил в среду министр.",
  "Le ministre a déclaré mercredi que la route est ouverte.",
];

test("a weekday on which the statement was made is held against the header", () => {
  for (const text of contradictions) {
    const [warning, ...others] = warningsOn(text);
    assert.match(warning ?? "", /Wednesday\)?; 2023-02-21 is a Tuesday/, text);
    assert.deepEqual(others, []);
    assert.deepEqual(warningsOn(text, "2023-02-22" as IsoDate), [], text);
  }
});

const other = [
  "He said last Wednesday that it was open.",
  "He said on Wednesday, 1 March, it was open.",
  "Since Wednesday the road is open.",
  "The office is open from Monday to Wednesday.",
  "He said the vote would be held on Wednesday.",
  "He announced that elections will be on Sunday.",
  "He said talks held on Wednesday failed.",
  "He called on Wednesday’s meeting to agree.",
  "On Wednesday, the sides will meet.",
  "He spoke at a meeting to be held on Wednesday.",
  "One.\n\nTwo.\n\nHe said on Wednesday.",
  "Он сообщил в среду, 1 марта.",
  "Il a déclaré mercredi dernier.",
];

test("a weekday that may be another day's says nothing", () => {
  for (const text of other) assert.deepEqual(warningsOn(text), [], text);
});
