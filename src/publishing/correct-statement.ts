import { isSameContent } from "../import/same-content.ts";
import { statementPath } from "../permalinks.ts";
import type { Statement } from "../statements/statement.ts";
import type { ArchivePublishing, Store } from "../store/store.ts";
import { givenWords, type ReadWords, readWords } from "./given-words.ts";
import { type ActOptions, type GivenFileOptions, runOf } from "./publishing-options.ts";
import { notKnown, refusal } from "./refusals.ts";

/** What a correction did. */
export interface Correction {
  id: string;
  permalink: string;
  /** The number of the new revision. */
  revision: number;
  note: string;
}

/**
 * Makes the words of the file a new revision of the statement, with a note. Throws `not-found` for an id that is not known
 * and `bad-request` where the statement is not there, or the file says nothing new or what another statement says.
 */
export function correctStatement(
  store: Store,
  { id, file, note }: { id: string; file: string; note: string },
  options: ActOptions & GivenFileOptions,
): Promise<Correction> {
  const words = readWords(file, options);
  return store.publishingRun(runOf("correction", note, options), async (archive) => {
    const present = await presentOf(archive, id);
    await requireNew(archive, present, words);
    await archive.correct(id, await givenWords(archive, id, words), note);
    const corrected = await presentOf(archive, id);
    return { id, permalink: statementPath(corrected), revision: corrected.revision, note };
  });
}

async function presentOf(archive: ArchivePublishing, id: string): Promise<Statement> {
  const found = await archive.statement(id);
  if (found === null) throw notKnown(id);
  if (!("removedAt" in found)) return found;
  throw refusal(id, `was withdrawn on ${found.removedAt.slice(0, 10)}; restore it first`);
}

async function requireNew(
  archive: ArchivePublishing,
  present: Statement,
  { content, digest }: ReadWords,
): Promise<void> {
  if (isSameContent(present, content)) {
    throw refusal(present.id, "says already what the file says");
  }
  const other = await archive.statementWith(digest);
  if (other !== null && other !== present.id) {
    throw refusal(present.id, `cannot have the date and words of another statement, ${other}`);
  }
}
