import { copyFileSync } from "node:fs";
import path from "node:path";
import { type Act, onArchive } from "./acts.ts";
import { contentsOf, wordsOf } from "./contents.ts";
import { openReaders } from "./readers.ts";
import { statementsIn } from "./statements-in.ts";

/** One state of an archive: a digest of all it holds, and what readers are answered at each address. */
export interface State {
  contents: string | null;
  answers: Map<string, string>;
}

/** What undisturbed runs make of an act. */
export interface Expected {
  /** The archive as it was, and its words: `before` is as found, `prepared` once it was opened for writing. */
  before: State;
  prepared: State;
  after: State;
  /** Done once more. */
  again: State;
  words: string[];
}

/** Performs the act undisturbed, on a copy. */
export async function expectOf(act: Act, folder: string): Promise<Expected> {
  const database = path.join(folder, `${act.name.replaceAll(" ", "-")}-expected.db`);
  if (act.base !== null) copyFileSync(act.base, database);
  const contents: (string | null)[] = [contentsOf(database)];
  const words = wordsOf(database) ?? [];
  const files = [snapshot(database, "before", act.base !== null)];
  const steps = [async () => {}, act.perform, ...(act.repeatable ? [act.perform] : [])];
  for (const [index, step] of steps.entries()) {
    await onArchive(database, step);
    contents.push(contentsOf(database));
    files.push(snapshot(database, String(index), true));
  }
  const paths = await pathsOf(files);
  const states: State[] = [];
  for (const [index, file] of files.entries()) {
    states.push({ contents: contents[index] ?? null, answers: await answersOf(file, paths) });
  }
  const [before, prepared, after, again = after] = states as [State, State, State, State?];
  return { before, prepared, after, again, words };
}

/** The archive is closed, so that its file is all of it. */
function snapshot(database: string, name: string, exists: boolean): string {
  const copy = `${database}.${name}`;
  if (exists) copyFileSync(database, copy);
  return copy;
}

/** Every statement of every state, each wording of it, lists, and a search. */
async function pathsOf(files: string[]): Promise<string[]> {
  const paths = new Set(["/statements.json", "/2023/01.json", "/statements.json?q=ferry"]);
  for (const file of files) {
    for (const { id } of await statementsIn(file)) {
      for (const path of [`/s/${id}.txt`, `/s/${id}@1.txt`, `/s/${id}@2.json`]) paths.add(path);
    }
  }
  return [...paths];
}

async function answersOf(file: string, paths: string[]): Promise<Map<string, string>> {
  const readers = await openReaders(file);
  const answers = new Map<string, string>();
  for (const path of paths) answers.set(path, await readers.ask(path));
  await readers.close();
  return answers;
}
