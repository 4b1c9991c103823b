import type { Store } from "./store/store.ts";

/** So many answers are remembered: the pages of the lists that are being read, which share their counts. */
const MOST = 256;

/**
 * The same store, that gives what is the same on many pages of one state (the summary, totals, counts and facets) without asking
 * again. Whenever anything may have changed, all is forgotten.
 */
export function rememberingStore(store: Store): Store {
  const answers = new Map<string, Promise<unknown>>();
  let known: string | null = null;

  function remembered<Answer>(question: unknown[], ask: () => Promise<Answer>): Promise<Answer> {
    const state = store.state();
    if (state === null) return ask();
    if (state !== known) answers.clear();
    known = state;
    const key = JSON.stringify(question);
    const answer = (answers.get(key) as Promise<Answer> | undefined) ?? ask();
    keep(key, answer);
    return answer;
  }

  /** The oldest in the map is the one that was asked for least lately. What failed is asked again. */
  function keep(key: string, answer: Promise<unknown>): void {
    if (!answers.delete(key)) answer.catch(() => forget(key, answer));
    answers.set(key, answer);
    const [oldest = key] = answers.keys();
    if (answers.size > MOST) answers.delete(oldest);
  }

  function forget(key: string, answer: Promise<unknown>): void {
    if (answers.get(key) === answer) answers.delete(key);
  }

  return {
    ...store,
    summary: () => remembered(["summary"], () => store.summary()),
    total: ({ query, filter }) =>
      remembered(["total", query, filter], () => store.total({ query, filter })),
    counts: (unit, { query, filter }) =>
      remembered(["counts", unit, query, filter], () => store.counts(unit, { query, filter })),
    facets: ({ query, filter }) =>
      remembered(["facets", query, filter], () => store.facets({ query, filter })),
    names: (kind) => remembered(["names", kind], () => store.names(kind)),
  };
}
