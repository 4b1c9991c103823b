import type { KeptPage, KeptParts, KeptStatement, Snapshot } from "../store/store.ts";
import { ARCHIVE_FILE, FORM, PARTS, partFile } from "./bag-files.ts";
import { hex, logLine, statementLine } from "./kept-json.ts";
import { sourceFile } from "./source-file.ts";

/** Where the files of the payload go: under the bag, parts with `/` between them. */
export interface PayloadFolder {
  put(file: string, content: string | Buffer): Promise<void>;
  putPieces(file: string, pieces: AsyncIterable<Buffer | string>): Promise<void>;
}

/** Writes all that the archive keeps, and readers may read, into the payload of a bag. */
export async function keepArchive(
  snapshot: Snapshot,
  payload: PayloadFolder,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const { log, ...head } = await snapshot.keptHead();
  const root = hex(log.root);
  await payload.put(ARCHIVE_FILE, json({ form: FORM, ...head, log: { size: log.size, root } }));
  for (const part of PARTS) {
    if (part === "statements") await keepStatements(snapshot, payload, onProgress);
    else await payload.putPieces(partFile(part), linesOf(snapshot, part));
  }
}

async function* linesOf(
  snapshot: Snapshot,
  part: Exclude<keyof KeptParts, "statements">,
): AsyncGenerator<string> {
  for await (const items of pagesOf(snapshot, part)) {
    yield items.map((item) => json("record" in item ? logLine(item) : item)).join("");
  }
}

/** The bytes of files are written while the lines are. */
async function keepStatements(
  snapshot: Snapshot,
  payload: PayloadFolder,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const { total } = await snapshot.summary();
  let done = 0;
  async function* lines(): AsyncGenerator<string> {
    for await (const statements of pagesOf(snapshot, "statements")) {
      for (const statement of statements) {
        await keepSources(payload, statement);
        onProgress(++done, total);
        yield json(
          statementLine(statement, (revision, index) => sourceFile(statement.id, revision, index)),
        );
      }
    }
  }
  await payload.putPieces(partFile("statements"), lines());
}

async function keepSources(
  payload: PayloadFolder,
  { id, revisions }: KeptStatement,
): Promise<void> {
  for (const revision of revisions) {
    for (const [index, { bytes }] of revision.sources.entries()) {
      const file = sourceFile(id, revision, index + 1);
      if (file && bytes) await payload.put(file, Buffer.from(bytes));
    }
  }
}

async function* pagesOf<Part extends keyof KeptParts>(
  snapshot: Snapshot,
  part: Part,
): AsyncGenerator<KeptParts[Part][]> {
  for (let after: string | null = null; ; ) {
    const page: KeptPage<Part> = await snapshot.kept(part, after);
    yield page.items;
    after = page.next;
    if (after === null) return;
  }
}

function json(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
