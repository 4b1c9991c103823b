import { DatelineError } from "../../errors.ts";
import type { ListedStatement, Statement } from "../../statements/statement.ts";
import type { ListRequest, Snapshot, Store } from "../../store/store.ts";
import { PageProblem } from "../page-problem.ts";
import type { Body } from "../resource.ts";

/** What a list is read from, whole statements too. */
export type ListReader = Pick<Snapshot, "list" | "total" | "counts" | "statements">;

/** Writes a list, reading as it goes. */
export type WriteList = (reader: ListReader) => AsyncIterable<string>;

/** Up to so many statements, of so many characters, are written at once, without a state of the archive held for them. */
const MOST_AT_ONCE = 200;
const LONGEST_AT_ONCE = 1_000_000;

/** Statements read at once. */
const BATCH = 100;

/** Of statements with all their words so many are read first, and then as many as have about so many characters together. */
const FIRST_TEXTS = 8;
const CHARACTERS_AT_ONCE = 500_000;

/**
 * What `write` makes of a list of about `statements` statements, all of it from one state of the archive: a list of many, or of long ones, as a stream, whose
 * state is taken when it begins and given up when it ends. Such a stream throws a 503 where too many are being sent.
 */
export async function listBody(store: Store, statements: number, write: WriteList): Promise<Body> {
  if (statements > MOST_AT_ONCE) return fromSnapshot(store, write);
  let text = "";
  for await (const piece of write(present(store))) {
    text += piece;
    if (text.length > LONGEST_AT_ONCE) return fromSnapshot(store, write);
  }
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

/** The same statements with all their words, the fewer at once the longer they are. */
export async function* withTexts(
  reader: Pick<ListReader, "statements">,
  batches: AsyncIterable<Pick<ListedStatement, "id">[]>,
): AsyncGenerator<Statement[]> {
  let most = FIRST_TEXTS;
  for await (const batch of batches) {
    for (let rest = batch; rest.length > 0; ) {
      const read = await reader.statements(rest.slice(0, most).map(({ id }) => id));
      rest = rest.slice(most);
      yield read;
      most = fitting(most, read);
    }
  }
}

/** How many to read next, where `most` were read last; never many more at a time, because long ones may follow short ones. */
function fitting(most: number, read: readonly Statement[]): number {
  const characters = read.reduce((sum, { text }) => sum + text.length, 0);
  const fit = Math.floor((read.length * CHARACTERS_AT_ONCE) / Math.max(characters, 1));
  return Math.max(1, Math.min(fit, most * 2, BATCH));
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
