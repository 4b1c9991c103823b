import { describe } from "node:test";
import type { Store } from "../../src/store/store.ts";
import { changesContract } from "./contract/changes.ts";
import { filesContract } from "./contract/files.ts";
import { historyContract } from "./contract/history.ts";
import { listsContract } from "./contract/lists.ts";
import { logContract } from "./contract/log.ts";
import { namesContract } from "./contract/names.ts";
import { pagingContract } from "./contract/paging.ts";
import { periodsContract } from "./contract/periods.ts";
import { publishingContract } from "./contract/publishing.ts";
import { revisionsContract } from "./contract/revisions.ts";
import { runsContract } from "./contract/runs.ts";
import { sampleContract } from "./contract/sample.ts";
import { searchesContract } from "./contract/searches.ts";
import { snapshotsContract } from "./contract/snapshots.ts";
import { textsContract } from "./contract/texts.ts";
import { wordingsContract } from "./contract/wordings.ts";

/** An empty archive of the engine under test. */
export interface ArchiveUnderTest {
  /** Open for writing. */
  store: Store;
  /** The same archive opened once more, for reading only. */
  reader: Store;
  /** Takes everything away. */
  close(): Promise<void>;
}

export type OpenEmptyStore = () => Promise<ArchiveUnderTest>;

/** Everything that `Store` promises, tried on one engine. */
export function storeContract(name: string, open: OpenEmptyStore): void {
  describe(`${name} keeps the store's promises`, () => {
    listsContract(open);
    pagingContract(open);
    periodsContract(open);
    namesContract(open);
    revisionsContract(open);
    filesContract(open);
    textsContract(open);
    runsContract(open);
    sampleContract(open);
    searchesContract(open);
    wordingsContract(open);
    changesContract(open);
    snapshotsContract(open);
    publishingContract(open);
    historyContract(open);
    logContract(open);
  });
}

/** Runs the test on an empty archive of its own. */
export function onArchive(
  open: OpenEmptyStore,
  test: (archive: ArchiveUnderTest) => Promise<void>,
): () => Promise<void> {
  return async () => {
    const archive = await open();
    try {
      await test(archive);
    } finally {
      await archive.close();
    }
  };
}
