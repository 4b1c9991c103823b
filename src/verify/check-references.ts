import { type Prepare, rowOf } from "../store/sqlite/prepare.ts";
import type { Tell } from "./finding.ts";

/** What must be there wherever it is referred to, though no entry of the log speaks of it. */
const REFERENCES: [what: string, missing: string][] = [
  [
    "revisions of no statement",
    `SELECT count(*) AS count FROM revision WHERE statement NOT IN (SELECT number FROM statement)
     AND statement NOT IN (SELECT number FROM tombstone WHERE number IS NOT NULL)`,
  ],
  [
    "revisions without the file that brought them",
    `SELECT count(*) AS count FROM revision r LEFT JOIN source o ON o.number = r.source
     LEFT JOIN file f ON f.number = o.file WHERE f.number IS NULL`,
  ],
  [
    "revisions without their run",
    `SELECT count(*) AS count FROM revision r LEFT JOIN run u ON u.number = r.run WHERE u.number IS NULL`,
  ],
  [
    "statements that have lost their file",
    `SELECT count(*) AS count FROM statement s LEFT JOIN file f ON f.number = s.file WHERE f.number IS NULL`,
  ],
];

/** Expects that whatever one table says of another is there. */
export function checkReferences(prepare: Prepare, tell: Tell): void {
  for (const [what, missing] of REFERENCES) {
    const count = rowOf<{ count: number }>(prepare(missing))?.count ?? 0;
    if (count > 0) tell({ kind: "missing", what: "references", why: `${what}: ${count}` });
  }
}
