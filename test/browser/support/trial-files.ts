/** A word that no line of a narrow page can hold. */
const LONG_WORD =
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(3);

const HARBOUR = `date 2023-02-21 HARBOUR TOWN, February 21 – Example Agency. The ferry will sail again from Monday, the harbour master said.

He thanked the crews for the nights that they had spent at the pumps.

Tickets that were bought for the days of the storm stay good until the end of spring.
`;

/** Texts of every kind that has broken a page somewhere: path under the folder → content. */
export const TRIAL_FILES: Record<string, string> = {
  "2023-02-21-harbour.txt": HARBOUR,
  "2023-02-22-library.txt": `date 2023-02-22 LAKESIDE, February 22 – Example Agency. The reading room opens an hour earlier, the library announced.

The hours of the other rooms do not change.
`,
  "2023-02-22-bridge.txt": `date 2023-02-22 The old bridge is closed to lorries. Cars may cross it as before.
`,
  "2023-03-01-markdown.md": `---
date: 2023-03-01
title: "Minutes of the <open> meeting & what was decided"
place: Lakeside
agency: Example Agency
url: https://agency.example/minutes
rights: © Example Agency, all rights reserved
tags: [minutes, water]
---

# Heading of the minutes

First *emphasis*, then **weight**, then \`code that is${"_very".repeat(40)}_long\`.

- one
- two
  1. two and a first
  2. two and a second

> A passage that was read out.

    set in as typed

A [link](https://agency.example/${"path/".repeat(40)}) and an ![image](https://agency.example/a.png).

| when | what | who was asked to look after it until the next meeting |
| --- | --- | --- |
| Monday | pumps | harbour master |

---

The end.
`,
  "2023-03-02-arabic.txt": `date 2023-03-02 القاهرة، 2 مارس. قال المتحدث إن المكتبة ستفتح أبوابها غدا، وإن القراء مدعوون إلى الحضور مبكرا.

وأضاف أن العمل في القاعة الكبرى (Reading Room) سينتهي في عام 2024، وأن الرقم هو 12-34.
`,
  "2023-03-03-hebrew.txt": `date 2023-03-03 הספרייה תיפתח מחר בבוקר, אמרה הדוברת. כל הקוראים מוזמנים להגיע מוקדם.

האולם הגדול (Room 7) ייסגר בשנת 2024.
`,
  "2023-03-04-armenian.txt": `date 2023-03-04 Գրադարանը կբացվի վաղը առավոտյան, ասաց խոսնակը։ Բոլոր ընթերցողները հրավիրված են շուտ գալու։
`,
  "2023-03-05-chinese.txt": `date 2023-03-05 图书馆明天上午开放，发言人说。请所有读者提前到达，以便在大阅览室找到座位。
`,
  "2023-03-06-long-words.txt": `date 2023-03-06 ${LONG_WORD} is one word. ${"https://agency.example/".padEnd(400, "segment/")}

${"x".repeat(3000)}

A${"\u0301\u0323".repeat(60)} has stacked marks.
`,
  "2023-03-06-long-names.md": `---
date: 2023-03-06
title: ${LONG_WORD.slice(0, 119)}
place: ${LONG_WORD.slice(0, 100)}
agency: ${LONG_WORD.slice(20, 130)}
---

Its names are long as well.
`,
  "2023-03-07-verse.txt": `date 2023-03-07 First line,
second line,
    third line, set in.

${"A hard-wrapped line of a letter that was typed on a machine with a bell\n".repeat(6)}and its end.
`,
  "1789-07-14-old.txt":
    "date 1789-07-14 An old statement stands at the very start of the line of days.\n",
  "9999-12-31-last.txt":
    "date 9999-12-31 The last day that the calendar has can carry a statement too.\n",
};

/** The file that comes back with other words. */
export const LATER_WORDING: Record<string, string> = {
  "2023-02-21-harbour.txt": HARBOUR.replace("from Monday", "from Tuesday").replace(
    "the nights",
    "the two nights",
  ),
};

/** So many statements on 1 May 2022. */
export function crowdedDay(count: number): Record<string, string> {
  const files: Record<string, string> = {};
  for (let number = 1; number <= count; number++) {
    files[`crowd/${number}.txt`] =
      `date 2022-05-01 PORT ${number % 7}, May 1 – Agency ${number % 40}. Notice number ${number} of the day concerns berth ${number}.\n`;
  }
  return files;
}
