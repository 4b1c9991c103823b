import { DatelineError } from "../errors.ts";
import { statementPath } from "../permalinks.ts";
import type { IsoDate } from "../statements/iso-date.ts";
import type { ArchivePublishing, MadeByRun, RunRecord, Store } from "../store/store.ts";
import { type ActOptions, runOf } from "./publishing-options.ts";

/** A statement that the undone run had to do with. */
export interface UndoneStatement {
  id: string;
  permalink: string;
  date: IsoDate;
}

/** What undoing a run did, each list in the order of that run. */
export interface Undone {
  run: number;
  reason: string;
  /** The run added them. */
  withdrawn: UndoneStatement[];
  /** The run revised them; they say again what they said before. */
  reverted: UndoneStatement[];
  /** They have been changed since, and stay as they are. */
  left: UndoneStatement[];
}

const LISTS = { added: "withdrawn", revised: "reverted", later: "left" } as const;

/**
 * Takes back what an import did: statements that it added are withdrawn, for that reason, revisions revert. What has been
 * changed since stays. Throws `not-found` for a run that is not known and `bad-request` for one that cannot be undone.
 */
export async function undoRun(
  store: Store,
  { run, reason }: { run: number; reason: string },
  options: ActOptions,
): Promise<Undone> {
  requireImport(
    run,
    (await store.runs()).find(({ number }) => number === run),
  );
  return store.publishingRun(runOf("undo", reason, options), async (archive) => {
    const undone: Undone = { run, reason, withdrawn: [], reverted: [], left: [] };
    for await (const made of everythingMadeBy(archive, run)) {
      undone[LISTS[made.kind]].push(await undo(archive, made, reason));
    }
    await archive.noteUndone(run);
    return undone;
  });
}

function requireImport(number: number, run: RunRecord | undefined): void {
  if (!run)
    throw new DatelineError("not-found", `There is no run ${number}; npm run runs lists all.`);
  if (run.undoneBy !== null) {
    throw new DatelineError(
      "bad-request",
      `Run ${number} was undone already, by run ${run.undoneBy}.`,
    );
  }
  if (run.act === "import") return;
  const message = `Run ${number} is no import but a ${run.act}: correct, withdraw or restore the statement instead.`;
  throw new DatelineError("bad-request", message);
}

async function* everythingMadeBy(
  archive: ArchivePublishing,
  run: number,
): AsyncGenerator<MadeByRun> {
  for (let after: number | null = null; ; ) {
    const page = await archive.madeBy(run, after);
    yield* page.made;
    after = page.after;
    if (after === null) return;
  }
}

/** The statement as its readers find it afterwards. */
async function undo(
  archive: ArchivePublishing,
  { id, kind, before }: MadeByRun,
  reason: string,
): Promise<UndoneStatement> {
  if (kind === "added") await archive.withdrawHidden(id, reason);
  if (kind === "revised") await archive.revert(id, before as number, reason);
  const now = await archive.statement(id);
  if (now === null) throw new RangeError(`expected the statement ${id} of a run that is known`);
  const slug = "removedAt" in now ? null : now.slug;
  return { id, permalink: statementPath({ id, slug, date: now.date }), date: now.date };
}
