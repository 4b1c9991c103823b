import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { unwrapped } from "../../src/text/paragraphs.ts";
import { sharedTest } from "../support/shared.ts";

const SENTENCE =
  "The two delegations agreed on Tuesday to reopen the crossing at the river before the end of the " +
  "month, to publish the timetable of the talks, and to name the members of a joint commission that " +
  "will hear complaints from people on both banks and answer each of them in writing.";

/** The text as a wrapper sets it: every word on the line where it still fits. */
function wrap(text: string, width: number, indent = ""): string {
  const lines = [indent];
  for (const word of text.split(" ")) {
    const line = lines.at(-1) as string;
    if (line.trim() === "") lines[lines.length - 1] = line + word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(indent + word);
  }
  return lines.join("\n");
}

/** The text cut after every so many characters. */
function cut(text: string, length: number): string {
  return (text.match(new RegExp(`.{1,${length}}`, "gu")) ?? []).join("\n");
}

const CHINESE =
  "双方同意在本月底之前重新开放河上的过境点，公布会谈的时间表，并任命一个联合委员会的成员，负责听取两岸居民的意见并逐一作出书面答复。".repeat(
    2,
  );

const JOINED: { title: string; text: string; line: string }[] = [
  { title: "a paragraph wrapped at 79", text: wrap(SENTENCE, 79), line: SENTENCE },
  { title: "a paragraph wrapped at 64", text: wrap(SENTENCE, 64), line: SENTENCE },
  {
    title: "spaces at the line ends",
    text: wrap(SENTENCE, 72).replaceAll("\n", "  \n"),
    line: SENTENCE,
  },
  { title: "an indented paragraph", text: wrap(SENTENCE, 72, "    "), line: `    ${SENTENCE}` },
  {
    title: "one item of a list",
    text: wrap(`- ${SENTENCE}`, 72).replaceAll("\n", "\n  "),
    line: `- ${SENTENCE}`,
  },
  { title: "Chinese, without a space at the joints", text: cut(CHINESE, 40), line: CHINESE },
  {
    title: "Chinese with Latin words",
    text: cut(`${CHINESE}OSCE${CHINESE}`, 40),
    line: `${CHINESE}OSCE${CHINESE}`,
  },
  {
    title: "a first line that the header shortened",
    text: wrap(`date 2023-02-22 ${SENTENCE}`, 79).slice("date 2023-02-22 ".length),
    line: SENTENCE,
  },
  {
    title: "a wrapped paragraph beside an address that cannot be broken",
    text: `${wrap(SENTENCE, 72)}\n\nhttps://archive.example/${"a".repeat(80)}`,
    line: `${SENTENCE}\n\nhttps://archive.example/${"a".repeat(80)}`,
  },
];

for (const { title, text, line } of JOINED) {
  test(`joined: ${title}`, () => {
    assert.ok(text.includes("\n"));
    assert.equal(unwrapped(text), line);
  });
}

const LONG_LINE = `\n\n${SENTENCE}`;

const KEPT: { title: string; text: string }[] = [
  { title: "an address", text: "Ministry of Foreign Affairs\n2 Government House\nYerevan" },
  {
    title: "verse",
    text: "The river runs below the town,\nthe bridge is built of stone,\nand none who crossed it looking down\nhas ever crossed alone.",
  },
  {
    title: "a transcript",
    text: `Question: Will you come?\nAnswer: Yes, if we are asked.${LONG_LINE}`,
  },
  {
    title: "bullets of one line each",
    text: `* to reopen the crossing\n* to name a commission${LONG_LINE}`,
  },
  {
    title: "bullets that fill their lines",
    text: `* ${"a".repeat(60)} bbb\n* ${"c".repeat(60)} ddd\n* e`,
  },
  {
    title: "numbered items that fill their lines",
    text: `1. ${"a".repeat(60)} bbb\n2. ${"c".repeat(60)} ddd\n3. e`,
  },
  {
    title: "speeches with a dash that fill their lines",
    text: `– ${"a".repeat(60)} bbb\n– ${"c".repeat(60)} ddd`,
  },
  { title: "quoted lines", text: `> ${"a".repeat(60)} bbb\n> ${"c".repeat(60)} ddd` },
  {
    title: "a table of full lines",
    text: `${"a".repeat(40)}      ${"b".repeat(30)}\n${"c".repeat(40)}      ${"d".repeat(30)}`,
  },
  { title: "a paragraph in a file with a longer line", text: `${wrap(SENTENCE, 64)}${LONG_LINE}` },
  { title: "lines of less than 60 characters, however even", text: wrap(SENTENCE, 40) },
  {
    title: "a wrapped paragraph with one break of its own",
    text: wrap(SENTENCE, 79).replace("Tuesday to", "Tuesday\nto"),
  },
  { title: "short lines of Chinese verse", text: "白日依山尽，\n黄河入海流。" },
];

for (const { title, text } of KEPT) {
  test(`kept: ${title}`, () => assert.equal(unwrapped(text), text));
}

test("a next word that would just have fitted keeps the break", () => {
  const width = `${"a".repeat(60)} bb`;
  assert.equal(
    unwrapped(`${"a".repeat(59)}\nbbb cc\n\n${width}`).split("\n\n")[0],
    `${"a".repeat(59)}\nbbb cc`,
  );
  assert.equal(
    unwrapped(`a ${"a".repeat(57)}\nbbbb cc\n\n${width}`).split("\n\n")[0],
    `a ${"a".repeat(57)} bbbb cc`,
  );
});

sharedTest(
  "corpora/fomc-raw/data/statements",
  "statements wrapped at 79 columns are joined",
  (folder) => {
    let joined = 0;
    let kept = 0;
    for (const name of readdirSync(folder)) {
      for (const paragraph of unwrapped(readFileSync(join(folder, name), "utf8")).split("\n\n")) {
        if (!paragraph.includes("\n")) joined++;
        // What is left is lists, and two paragraphs that somebody wrapped one column short.
        else if (!paragraph.startsWith("* ")) kept++;
      }
    }
    assert.ok(joined > 800, `${joined}`);
    assert.ok(kept <= 2, `${kept}`);
  },
);
