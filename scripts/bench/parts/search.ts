import { openStore } from "../../../src/store/open-store.ts";
import type { Result } from "../figures.ts";
import { median, percentile } from "../measure/statistics.ts";
import { timeStore } from "../search/ask-store.ts";
import { measureBrowsing } from "../search/measure-browsing.ts";
import { measureLoad } from "../search/measure-load.ts";
import { type QueryClass, queryClasses } from "../search/query-classes.ts";
import type { Trial } from "../trial.ts";

/** Searches of each kind; so many others come first, untimed. */
export const SEARCHES = 300;
const WARMING = 30;

/** Server times of searches and pages, and a server under a load of searches. */
export async function measureSearch(trial: Trial): Promise<Result[]> {
  const classes = queryClasses(trial.corpus, SEARCHES, 1);
  const times = await timeClasses(trial, trial.archive, classes);
  return [
    ...classes.map((kind, at) => resultOf(kind, times[at] as number[])),
    ...(await growth(trial, classes, times)),
    ...(await measureBrowsing(trial)),
    ...(await measureLoad(trial)),
  ];
}

/** Milliseconds of every search, by class, in one process with the archive. */
export async function timeClasses(
  { corpus }: Trial,
  archive: string,
  classes: QueryClass[],
): Promise<number[][]> {
  const store = await openStore(archive, { readOnly: true });
  try {
    for (const kind of queryClasses(corpus, WARMING, 2)) await timeStore(store, kind);
    const times: number[][] = [];
    for (const kind of classes) times.push(await timeStore(store, kind));
    return times;
  } finally {
    await store.close();
  }
}

function resultOf({ name, figure }: QueryClass, times: number[]): Result {
  const answered = times.filter(Number.isFinite);
  const rounded = [median(times), Math.max(...answered)].map((time) => time.toFixed(2));
  const refused = times.length - answered.length;
  const without = refused > 0 ? `; ${refused} refused because they take too long` : "";
  const behind = `median ${rounded[0]}, slowest ${rounded[1]} ms of ${times.length}${without}`;
  return { figure, of: name, value: percentile(times, 0.99), behind };
}

/** The newest of the same searches in the small archive. */
async function growth(trial: Trial, classes: QueryClass[], times: number[][]): Promise<Result[]> {
  if (trial.small === trial.corpus) return [];
  const newest = classes.filter(({ figure }) => figure === "newest");
  const small = await timeClasses(trial, trial.smallArchive, newest);
  return newest.map((kind, at) => {
    const here = median(times[classes.indexOf(kind)] as number[]);
    const there = median(small[at] as number[]);
    const behind = `${here.toFixed(2)} against ${there.toFixed(2)} ms`;
    return { figure: "newestGrowth", of: kind.name, value: here / there, behind };
  });
}
