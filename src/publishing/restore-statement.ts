import { DatelineError } from "../errors.ts";
import { statementPath } from "../permalinks.ts";
import { slugOf } from "../statements/slug.ts";
import type { Statement } from "../statements/statement.ts";
import type { ArchivePublishing, Standing, Store } from "../store/store.ts";
import { givenWords, type ReadWords, readWords } from "./given-words.ts";
import { type ActOptions, type GivenFileOptions, runOf } from "./publishing-options.ts";
import { notKnown, refusal } from "./refusals.ts";

/** What a restoration did. */
export interface Restored {
  id: string;
  permalink: string;
  /** The number of the revision that readers see now. */
  revision: number;
  reason: string | null;
}

interface RestoreRequest {
  id: string;
  /** The statement file, where the words are gone; else `null`. */
  file: string | null;
  /** `null` for none; needed for words that the statement did not have before. */
  reason: string | null;
}

/** Brings a withdrawn statement back. Throws `usage` for a file too much or missing, `not-found` and `bad-request`. */
export function restoreStatement(
  store: Store,
  request: RestoreRequest,
  options: ActOptions & GivenFileOptions,
): Promise<Restored> {
  const { id, file, reason } = request;
  const words = file === null ? null : readWords(file, options);
  return store.publishingRun(runOf("restoration", reason, options), async (archive) => {
    requireFile(id, await archive.standing(id), words);
    if (words === null) await archive.restore(id, reason);
    else await restoreWith(archive, request, words);
    const back = (await archive.statement(id)) as Statement;
    return { id, permalink: statementPath(back), revision: back.revision, reason };
  });
}

function requireFile(id: string, standing: Standing | null, words: ReadWords | null): void {
  if (standing === null) throw notKnown(id);
  if (standing === "sample") throw refusal(id, "was one of the sample; import its file");
  if (standing === "present") throw refusal(id, "is not withdrawn");
  if (standing === "erased" && words === null) {
    throw new DatelineError(
      "usage",
      `The words of ${id} are gone: expected the FILE that holds them.`,
    );
  }
  if (standing !== "erased" && words !== null) {
    throw new DatelineError("usage", `The words of ${id} are kept: expected no FILE.`);
  }
}

async function restoreWith(
  archive: ArchivePublishing,
  { id, reason }: RestoreRequest,
  words: ReadWords,
): Promise<void> {
  const has = await archive.statementWith(words.digest);
  if (has !== null && has !== id) {
    throw refusal(id, `cannot have the date and words of another statement, ${has}`);
  }
  if (has === null && reason === null) {
    const message = `The file does not have the date and words that ${id} had: expected a --reason for readers.`;
    throw new DatelineError("usage", message);
  }
  const slug = slugOf(words.content.headline);
  await archive.restoreWith(id, await givenWords(archive, id, words), slug, reason);
}
