import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { correctStatement } from "../../src/publishing/correct-statement.ts";
import { restoreStatement } from "../../src/publishing/restore-statement.ts";
import { undoRun } from "../../src/publishing/undo-run.ts";
import { withdrawStatement } from "../../src/publishing/withdraw-statement.ts";
import type { Finding } from "../../src/verify/finding.ts";
import { verifyArchive } from "../../src/verify/verify-archive.ts";
import { openTestArchive, type TestArchive } from "../support/archive.ts";
import { startSite } from "../support/site.ts";
import { ACT, givenFile } from "./support.ts";

const DAY = "2023-01-27";

interface Wording {
  text: string;
  note: string | null;
  erased: boolean;
  overruled: boolean;
}

/** A statement as the model has it. `changedBy`: the import that last changed it; `null` for an act of the publisher. */
interface Modelled {
  id: string;
  file: string;
  state: "present" | "marked" | "hidden" | "erased";
  wordings: Wording[];
  changedBy: number | null;
  permalinks: Set<string>;
}

/** What a simple mind would expect of the archive. */
class Model {
  readonly statements: Modelled[] = [];
  /** The words in each file now, and when it was last taken. */
  readonly files = new Map<string, { now: string; seen: string | null }>();
  readonly imports: number[] = [];
  #words = 0;

  newWords(file: string): string {
    return `Words ${++this.#words} of ${file}.`;
  }

  settle({ wordings, state }: Modelled): void {
    for (const [at, wording] of wordings.entries()) {
      const corrected = (wordings[at + 1]?.note ?? null) !== null;
      wording.overruled = state !== "present" || wording.erased || corrected;
    }
  }

  append(statement: Modelled, text: string, note: string | null): void {
    statement.wordings.push({ text, note, erased: false, overruled: false });
  }
}

const last = ({ wordings }: Modelled) => wordings.at(-1) as Wording;
const written = (text: string) => `date ${DAY} ${text}\n`;

const which = fc.nat(20);
const operations = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant("add" as const) }),
    fc.record({ kind: fc.constant("edit" as const), which }),
    fc.record({ kind: fc.constant("return" as const), which, to: which }),
    fc.record({ kind: fc.constant("import" as const) }),
    fc.record({ kind: fc.constant("correct" as const), which }),
    fc.record({ kind: fc.constant("withdraw" as const), which, keepText: fc.boolean() }),
    fc.record({ kind: fc.constant("restore" as const), which, other: fc.boolean() }),
    fc.record({ kind: fc.constant("undo" as const), which }),
  ),
  { minLength: 5, maxLength: 16 },
);
type Operation = (typeof operations extends fc.Arbitrary<infer All> ? All : never)[number];

/** Imports the folder with these files changed, and tells the model what must have come of it. */
async function importing(archive: TestArchive, model: Model, changed: Record<string, string>) {
  const bytes = Object.entries(changed).map(([file, text]) => [file, written(text)]);
  for (const [file, text] of Object.entries(changed)) {
    model.files.set(file, { now: text, seen: model.files.get(file)?.seen ?? null });
  }
  const before = (await archive.store.runs())[0]?.number ?? 0;
  const report = await archive.import(Object.fromEntries(bytes));
  const [run] = await archive.store.runs();
  const number = run && run.number > before ? run.number : null;
  if (number !== null) model.imports.push(number);
  for (const { file, outcome, id } of report.entries) {
    assert.equal(outcome, expectedOutcome(model, file, id, number), `${file}: ${outcome}`);
  }
}

function expectedOutcome(model: Model, file: string, id: string | null, run: number | null) {
  const held = model.files.get(file) as { now: string; seen: string | null };
  const statement = model.statements.find((one) => one.file === file);
  if (!statement) {
    const added: Modelled = {
      id: id as string,
      file,
      state: "present",
      wordings: [],
      changedBy: run,
      permalinks: new Set(),
    };
    model.append(added, held.now, null);
    model.statements.push(added);
    held.seen = held.now;
    return "added";
  }
  const known = statement.wordings.some(({ text, overruled }) => overruled && text === held.now);
  const isPresent = statement.state === "present" || statement.state === "marked";
  if (held.seen === held.now || known || (isPresent && last(statement).text === held.now)) {
    held.seen = held.now;
    return "unchanged";
  }
  if (!isPresent) return "refused";
  model.append(statement, held.now, null);
  statement.changedBy = run;
  held.seen = held.now;
  return "revised";
}

async function perform(archive: TestArchive, model: Model, operation: Operation): Promise<void> {
  const { store } = archive;
  if (operation.kind === "add") {
    const file = `${model.files.size + 1}.txt`;
    return importing(archive, model, { [file]: model.newWords(file) });
  }
  if (operation.kind === "import") return importing(archive, model, {});
  const statement = model.statements[operation.which % Math.max(1, model.statements.length)];
  if (!statement) return;
  const { id, file, state } = statement;
  if (operation.kind === "edit") return importing(archive, model, { [file]: model.newWords(file) });
  if (operation.kind === "return") {
    const wording = statement.wordings[operation.to % statement.wordings.length] as Wording;
    return importing(archive, model, { [file]: wording.text });
  }
  if (operation.kind === "correct") {
    if (state !== "present" && state !== "marked") return;
    const text = model.newWords(file);
    const given = await givenFile(archive, "given.txt", written(text));
    await correctStatement(store, { id, file: given, note: "A slip." }, ACT);
    model.append(statement, text, "A slip.");
  } else if (operation.kind === "withdraw") {
    const { keepText } = operation;
    if (keepText && (state === "hidden" || state === "erased")) return;
    await withdrawStatement(store, { id, reason: "Withdrawn.", keepText }, ACT);
    statement.state = keepText ? "marked" : "erased";
    if (!keepText) for (const wording of statement.wordings) wording.erased = true;
  } else if (operation.kind === "restore") {
    if (state === "present") return;
    await restore(archive, model, statement, operation.other);
  } else return undo(archive, model, operation.which);
  statement.changedBy = null;
  model.settle(statement);
}

async function restore(archive: TestArchive, model: Model, statement: Modelled, other: boolean) {
  const { id, file, state } = statement;
  if (state === "erased") {
    const text = other ? model.newWords(file) : last(statement).text;
    const given = await givenFile(archive, "given.txt", written(text));
    await restoreStatement(archive.store, { id, file: given, reason: "Back." }, ACT);
    if (other) model.append(statement, text, "Back.");
    else last(statement).erased = false;
  } else await restoreStatement(archive.store, { id, file: null, reason: null }, ACT);
  statement.state = "present";
}

/** Undoes one of the imports, which changed one statement at most. */
async function undo(archive: TestArchive, model: Model, which: number): Promise<void> {
  const [run] = model.imports.splice(which % Math.max(1, model.imports.length), 1);
  if (run === undefined) return;
  await undoRun(archive.store, { run, reason: "Undone." }, ACT);
  const statement = model.statements.find(({ changedBy }) => changedBy === run);
  if (!statement || statement.state === "hidden" || statement.state === "erased") return;
  const before = statement.wordings.at(-2);
  if (before?.erased) return;
  if (before) model.append(statement, before.text, "Undone.");
  else statement.state = "hidden";
  statement.changedBy = null;
  model.settle(statement);
}

/** Every statement and every revision is what the model says, and every count follows. */
async function compare({ store }: TestArchive, model: Model): Promise<void> {
  for (const { id, state, wordings, permalinks } of model.statements) {
    const found = await store.statement(id);
    const isHere = state === "present" || state === "marked";
    assert.ok(found && isHere === !("removedAt" in found), `${id} should be ${state}`);
    if (!("removedAt" in found)) {
      assert.equal(found.withdrawn !== null, state === "marked");
      assert.deepEqual(
        found.revisions.map(({ note, gone }) => [note, gone]),
        wordings.map(({ note, erased }) => [note, erased]),
      );
      permalinks.add(`/2023/01/27/${found.slug}-${id}`);
    }
    for (const [at, { text, erased }] of wordings.entries()) {
      const revision = await store.statement(id, at + 1);
      assert.ok(revision);
      if ("removedAt" in revision) assert.ok(erased || !isHere);
      else assert.equal(revision.text, text);
    }
    assert.equal(await store.statement(id, wordings.length + 1), null);
  }
  const listed = model.statements.filter(({ state }) => state === "present" || state === "marked");
  const summary = await store.summary();
  assert.equal(summary.total, listed.length);
  assert.equal(
    summary.laterRevisions,
    listed.reduce((sum, { wordings }) => sum + wordings.length - 1, 0),
  );
  const asked = {
    query: null,
    filter: { from: null, to: null, agency: null, place: null, language: null, tag: null },
  };
  assert.deepEqual(
    await store.counts("day", asked),
    listed.length === 0 ? [] : [{ period: DAY, count: listed.length }],
  );
}

/** Every address that was ever served leads to its statement, or says that it is gone. */
async function visit({ store }: TestArchive, model: Model): Promise<void> {
  const site = await startSite(store);
  try {
    for (const { id, state, wordings, permalinks } of model.statements) {
      const isHere = state === "present" || state === "marked";
      for (const permalink of permalinks) {
        const { status } = await site.get(permalink);
        assert.ok(
          isHere ? status === 200 || status === 301 : status === 410,
          `${permalink}: ${status}`,
        );
      }
      assert.equal((await site.get(`/s/${id}`)).status, isHere ? 302 : 410);
      for (const [at, { erased }] of wordings.entries()) {
        const { status } = await site.get(`/s/${id}@${at + 1}`);
        assert.equal(status, isHere && !erased ? 200 : 410);
      }
    }
  } finally {
    await site.close();
  }
}

/** Nothing that an import or the publisher may do looks like an insider's edit. */
async function expectAllAsLogged({ path }: TestArchive): Promise<void> {
  const findings: Finding[] = [];
  const tell = (finding: Finding) => void findings.push(finding);
  await verifyArchive(path, { earlier: null, readings: true, tell });
  assert.deepEqual(findings, []);
}

it("imports, edits, corrections, withdrawals, restorations and undone runs keep every wording and address, as a simple model says", async () => {
  const property = fc.asyncProperty(operations, async (all) => {
    const archive = await openTestArchive();
    const model = new Model();
    try {
      for (const operation of all) {
        await perform(archive, model, operation);
        await compare(archive, model);
      }
      await visit(archive, model);
      await expectAllAsLogged(archive);
    } finally {
      await archive.close();
    }
  });
  await fc.assert(property, { numRuns: 25 });
});
