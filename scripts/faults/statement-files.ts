import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** A word of the statement that is erased: it stands nowhere else. */
export const ERASED_WORD = "Quixotically";

const EARLIER: Record<string, string> = {
  "1.txt":
    " date 2023-01-27 HARBOUR, January 27 – Example Agency. The ferry sails again from Monday.\n",
  "2.txt": "date 2023-01-27 The road over the pass is open.\n\nNobody was hurt.\n",
  "3.md":
    "---\ndate: 2023-02-22\ntitle: On the *ferry*\ntags: [harbour, ferry]\n---\n\nThe **ferry** runs again.\n",
  "4.txt": `date 2022-12-12 ${ERASED_WORD} so, the minister said of the mill.\n`,
  "5.txt": "date 2023-03-01 An old bridge will be closed until the spring.\r\n",
  "6.txt": "date 2023-03-02 Мост закрыт до весны.\n",
  "7.txt": "date 2023-03-03 Both sides agreed to meet once more.\n",
};

/** Against the earlier files: two revised, one of them re-dated, one renamed, one gone, one twice, one refused, two new. */
const LATER: Record<string, string> = {
  "1.txt":
    " date 2023-01-27 HARBOUR, January 27 – Example Agency. The ferry sails again from Tuesday.\n",
  "2.txt": "date 2023-01-28 The road over the pass is open.\n\nNobody was hurt.\n",
  "3.md": EARLIER["3.md"] as string,
  "4.txt": EARLIER["4.txt"] as string,
  "five.txt": EARLIER["5.txt"] as string,
  "7.txt": EARLIER["7.txt"] as string,
  "again/7.txt": EARLIER["7.txt"] as string,
  "8.txt": "date 2023-02-30 No such day ever was.\n",
  "9.txt": `date 2023-04-05 ${"A long reply was read to the council. ".repeat(600)}\n`,
  "10.md": "---\ndate: 2021-05-06\nagency: Second Agency\n---\n\n- one\n- two\n",
};

const CORRECTED = "date 2023-03-03 Both sides agreed to meet twice more.\n";

/** The folders `earlier` and `later`, and the files `corrected.txt` and `erased.txt`, under `root`. */
export function writeStatementFiles(root: string): void {
  for (const [folder, files] of Object.entries({ earlier: EARLIER, later: LATER })) {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(root, folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
  writeFileSync(path.join(root, "corrected.txt"), CORRECTED);
  writeFileSync(path.join(root, "erased.txt"), EARLIER["4.txt"] as string);
}
