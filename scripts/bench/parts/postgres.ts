import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Result } from "../figures.ts";
import { median } from "../measure/statistics.ts";
import { postgresPath } from "../peers/missing-peers.ts";
import { loadScript, startPostgres, writeTable } from "../peers/postgres.ts";
import { postgresQuery } from "../search/postgres-query.ts";
import { type QueryClass, queryClasses } from "../search/query-classes.ts";
import type { Trial } from "../trial.ts";
import { timeClasses } from "./search.ts";

const SEARCHES = 60;
const WARMING = 10;

/** The same searches, class by class, in Dateline's store and in PostgreSQL. */
export async function measurePostgres(trial: Trial): Promise<Result[]> {
  const bin = postgresPath();
  if (!bin) {
    trial.notes.push("without PostgreSQL: no figure against it");
    return [];
  }
  const { corpus, archive, folder } = trial;
  const classes = queryClasses(corpus, SEARCHES, 5);
  const postgres = await startPostgres(bin);
  const table = path.join(folder, "statement.copy");
  const script = path.join(folder, "postgres.sql");
  writeTable(corpus, table);
  writeFileSync(script, loadScript(table));
  await postgres.psql(script);
  writeFileSync(script, timingScript(classes, queryClasses(corpus, WARMING, 6)));
  const theirs = readTimes(await postgres.psql(script));
  postgres.stop();
  const roundTrip = median(theirs.get(ROUND_TRIP) ?? [0]);
  trial.notes.push(
    `PostgreSQL's times are psql's less its median for \`SELECT 1\`, ${roundTrip.toFixed(2)} ms; both give the 20 rows alone, without the total of all`,
  );
  const ours = await timeClasses(trial, archive, classes);
  return classes.map((kind, at) => {
    const times = (theirs.get(String(at)) ?? []).map((time) => time - roundTrip);
    const [here, there] = [median(ours[at] as number[]), median(times)];
    const of = `${kind.name}${kind.ask === "newest" ? "" : `, ${askWords[kind.ask]}`}`;
    const behind = `${here.toFixed(2)} against ${there.toFixed(2)} ms`;
    return { figure: "postgres", of, value: here / there, behind };
  });
}

const askWords = { newest: "newest first", relevance: "best match", counts: "counts" };

const ROUND_TRIP = "round trip";

/** Prints the name of each class and then the times of its searches; rows go nowhere. */
function timingScript(classes: QueryClass[], warming: QueryClass[]): string {
  const searches = ({ ask, cases }: QueryClass) => cases.map((one) => postgresQuery(ask, one));
  const named = classes.flatMap((kind, at) => [`\\echo class ${at}`, ...searches(kind)]);
  const trips = Array.from({ length: SEARCHES }, () => "SELECT 1;");
  const start = ["\\o /dev/null", ...warming.flatMap(searches), "\\timing on"];
  return [...start, `\\echo class ${ROUND_TRIP}`, ...trips, ...named, ""].join("\n");
}

/** Milliseconds, by the name of the class. */
function readTimes(printed: string): Map<string, number[]> {
  const times = new Map<string, number[]>();
  let current: number[] = [];
  for (const line of printed.split("\n")) {
    const name = /^class (.*)$/.exec(line)?.[1];
    const time = /^Time: ([\d.]+) ms/.exec(line)?.[1];
    if (time !== undefined) current.push(Number(time));
    if (name === undefined) continue;
    current = [];
    times.set(name, current);
  }
  return times;
}
