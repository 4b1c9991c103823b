import { DatelineError } from "../../errors.ts";
import type { ListedStatement, Statement } from "../../statements/statement.ts";
import type { ListRequest, Snapshot, Store } from "../../store/store.ts";
import { PageProblem } from "../page-problem.ts";
import type { Body } from "../resource.ts";

/** What a list is read from, whole statements too. */
export type ListReader = Pick<Snapshot, "list" | "total" | "counts" | "statements">;

/** Writes a list, reading as it goes. */
export type WriteList = (reader: ListReader) => AsyncIterable<string>;

/** Up to so many statements are written at once, without a state of the archive held for them. */
const MOST_AT_ONCE = 200;

/** Statements read at once. */
const BATCH = 100;

/**
 * What `write` makes of a list of about `statements` statements, all of it from one state of the archive: a long list as a stream, whose
 * state is taken when it begins and given up when it ends. Such a stream throws a 503 where too many are being sent.
 */
export async function listBody(store: Store, statements: number, write: WriteList): Promise<Body> {
  if (statements > MOST_AT_ONCE) return fromSnapshot(store, write);
  let text = "";
  for await (const piece of write(present(store))) text += piece;
  return text;
}

/** The statements of a list in order, some at a time: at most `most`, or all. */
export async function* listed(
  reader: ListReader,
  request: Omit<ListRequest, "limit">,
  most: number = Number.POSITIVE_INFINITY,
): AsyncGenerator<ListedStatement[]> {
  let left = most;
  for (let { after } = request; ; ) {
    const page = await reader.list({ ...request, after, limit: Math.min(BATCH, left) });
    yield page.statements;
    left -= page.statements.length;
    if (page.next === null || left === 0) return;
    after = page.next.after;
  }
}

/** The same statements with all their words. */
export async function* withTexts(
  reader: ListReader,
  batches: AsyncIterable<ListedStatement[]>,
): AsyncGenerator<Statement[]> {
  for await (const batch of batches) yield await reader.statements(batch.map(({ id }) => id));
}

async function* fromSnapshot(store: Store, write: WriteList): AsyncGenerator<string> {
  const snapshot = await snapshotOf(store);
  try {
    yield* write(snapshot);
  } finally {
    await snapshot.close();
  }
}

async function snapshotOf(store: Store): Promise<Snapshot> {
  try {
    return await store.snapshot();
  } catch (error) {
    if (error instanceof DatelineError && error.code === "busy") throw tooMany();
    throw error;
  }
}

function tooMany(): PageProblem {
  return new PageProblem({
    status: 503,
    title: "Too many whole lists are being sent just now",
    explanation:
      "Please try again in a moment, or take the list in pages: limit=1000 gives a thousand statements at once.",
    faults: [],
    links: [],
  });
}

/** The archive as it is now; whoever asks sees to it that it holds still. */
function present(store: Store): ListReader {
  return {
    list: (request) => store.list(request),
    total: (asked) => store.total(asked),
    counts: (unit, asked) => store.counts(unit, asked),
    statements: async (ids) => {
      const found = await Promise.all(ids.map((id) => store.statement(id)));
      return found.filter((statement) => statement !== null && "text" in statement);
    },
  };
}
