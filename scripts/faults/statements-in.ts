import type { ListedStatement } from "../../src/statements/statement.ts";
import { EVERYTHING } from "../../src/statements/statement-filter.ts";
import { openStore } from "../../src/store/open-store.ts";

/** The statements of the archive in that file, at most a hundred, oldest first; none where this release cannot open it. */
export async function statementsIn(file: string): Promise<ListedStatement[]> {
  const store = await openStore(file, { readOnly: true }).catch(() => null);
  if (store === null) return [];
  try {
    const all = { query: null, filter: EVERYTHING } as const;
    return (await store.list({ ...all, order: "oldest", after: null, limit: 100 })).statements;
  } finally {
    await store.close();
  }
}
