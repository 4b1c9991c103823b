import { listPath, statementPath } from "../../../src/permalinks.ts";
import { EVERYTHING } from "../../../src/statements/statement-filter.ts";
import { openStore } from "../../../src/store/open-store.ts";

/** So many of each kind. */
export const ADDRESSES = 1000;

/** Different statements all over the archive, and different lists of the statements since a day. */
export async function sampleAddresses(
  archive: string,
): Promise<{ statements: string[]; lists: string[] }> {
  const store = await openStore(archive, { readOnly: true });
  try {
    const counts = await store.counts("day", { query: null, filter: EVERYTHING });
    const step = Math.max(1, Math.floor(counts.length / ADDRESSES));
    const days = counts.filter((_, at) => at % step === 0).slice(0, ADDRESSES);
    const statements: string[] = [];
    for (const { period: day } of days) {
      const filter = { ...EVERYTHING, from: day, to: day } as typeof EVERYTHING;
      const request = { query: null, filter, order: "newest", after: null, limit: 1 } as const;
      const { statements: found } = await store.list(request);
      statements.push(...found.map(statementPath));
    }
    return { statements, lists: days.map(({ period }) => listPath({ from: period })) };
  } finally {
    await store.close();
  }
}
