/** Statements of three days in two years, with and without datelines, one of them Markdown. */
export const EXAMPLE_FILES: Record<string, string> = {
  "1.txt":
    " date 2022-12-12 The road was closed this morning. It leads over the pass.\n\nNobody was hurt.",
  "2.txt":
    " date 2023-01-27 MOSCOW, January 27 – RIA Novosti. The ministers met at noon. They spoke for an hour.",
  "3.txt":
    " date 2023-01-27 GENEVA, January 27 – Agence. The council heard both sides and adjourned.",
  "4.md":
    "---\ndate: 2023-02-22\ntitle: On the *ferry*\nurl: https://example.org/ferry\n---\n\nThe **ferry** runs again.\n\n- daily\n- at six\n",
};

/** So many statements, `perDay` a day from 1 January 2021, each with words of its own. */
export function manyFiles(count: number, perDay = 7): Record<string, string> {
  const files: Record<string, string> = {};
  for (let n = 0; n < count; n++) {
    const day = new Date(Date.UTC(2021, 0, 1 + Math.floor(n / perDay))).toISOString().slice(0, 10);
    files[`${n}.txt`] =
      ` date ${day} Statement number ${n} was made that day. It says nothing else.`;
  }
  return files;
}
