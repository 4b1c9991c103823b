import { openStore } from "../../../src/store/open-store.ts";
import { add, importing } from "../contract/made-statements.ts";

/**
 * A process that imports: `import-child ARCHIVE RUN COUNT`. It adds COUNT statements from the folder `/letters` in one
 * run, says `begun` when it holds the archive, `added` when all that is left is to commit, and then `committed`, or
 * `failed` with the error's code.
 */
const [path, run, count] = process.argv.slice(2) as [string, string, string];
const WORDS = "Words that fill a page of the database. ".repeat(50);

const store = await openStore(path, { readOnly: false });
try {
  await importing(store, async (archive) => {
    process.stdout.write("begun\n");
    for (let n = 1; n <= Number(count); n++) {
      const date = `2023-01-${String((n % 31) + 1).padStart(2, "0")}`;
      const text = `Statement ${n} of run ${run}. ${WORDS}`;
      await add(archive, { date, text, place: run }, `${run}/${n}.txt`);
    }
    process.stdout.write("added\n");
  });
  process.stdout.write("committed\n");
} catch (error) {
  process.stdout.write(`failed ${(error as { code?: string }).code}\n`);
}
await store.close();
