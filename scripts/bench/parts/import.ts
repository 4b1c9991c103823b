import type { Corpus } from "../corpus/corpus.ts";
import type { Result } from "../figures.ts";
import { built, importArchive } from "../import-archive.ts";
import { type Run, run } from "../measure/run.ts";
import { median, medianRatio } from "../measure/statistics.ts";
import { hugoSite } from "../peers/hugo.ts";
import type { Trial } from "../trial.ts";

/** Of 10,000 statements; a larger import is long enough to be measured once. */
const ROUNDS = 3;

/** No further round begins after so many seconds: on a machine that is busy, fewer rounds must do. */
const LONGEST = 60;

type Imported = Awaited<ReturnType<typeof importArchive>>;

/** Imports side by side with reading the files and with hugo, and leaves the archives for the other parts. */
export async function measureImport(trial: Trial): Promise<Result[]> {
  const { corpus, small, folder, place, notes } = trial;
  const hugo = hugoSite(small, folder);
  if (!hugo) notes.push("without hugo: no figure against it");
  const ofSmall = await rounds(small, place, ROUNDS, hugo);
  const ofAll = corpus === small ? ofSmall : await rounds(corpus, place, 1, null);
  trial.archive = (ofAll.ours[0] as Imported).archive;
  trial.smallArchive = (ofSmall.ours[0] as Imported).archive;
  return [
    ...againstReading(ofAll),
    ...againstHugo(ofSmall),
    ...(corpus === small ? [] : [againstSmall(ofAll, ofSmall, corpus, small)]),
    memory(ofAll),
    archiveBytes(ofAll, corpus),
  ];
}

interface Rounds {
  ours: Imported[];
  node: Run[];
  cat: Run[];
  hugo: Run[];
}

/** Everything once untimed, so that the files are in memory for all, and then in turns. */
async function rounds(
  corpus: Corpus,
  place: string,
  count: number,
  hugo: (() => Promise<Run>) | null,
): Promise<Rounds> {
  const measured: Rounds = { ours: [], node: [], cat: [], hugo: [] };
  await catFiles(corpus);
  const begun = performance.now();
  const isOver = () => performance.now() - begun > LONGEST * 1000;
  for (let round = 0; round < count && !(round > 0 && isOver()); round += 1) {
    measured.node.push(
      await run(process.execPath, [built("scripts/bench/peers/read-files.js"), corpus.folder]),
    );
    measured.cat.push(await catFiles(corpus));
    measured.ours.push(await importArchive(corpus, place));
    if (hugo) measured.hugo.push(await hugo());
  }
  return measured;
}

function catFiles(corpus: Corpus): Promise<Run> {
  const command = 'find "$0" -type f -print0 | xargs -0 cat > /dev/null';
  return run("sh", ["-c", command, corpus.folder]);
}

const wallOf = (runs: Run[]) => runs.map(({ wall }) => wall);
const cpuOf = (runs: Run[]) => runs.map(({ cpu }) => cpu);

function seconds(runs: Run[]): string {
  return `${median(wallOf(runs)).toFixed(2)} s (CPU ${median(cpuOf(runs)).toFixed(2)} s)`;
}

function ratioOfWalls(figure: Result["figure"], of: string, ours: Run[], theirs: Run[]): Result {
  const cpu = medianRatio(cpuOf(ours), cpuOf(theirs)).toFixed(2);
  const behind = `${seconds(ours)} against ${seconds(theirs)}; by CPU ${cpu}`;
  return { figure, of, value: medianRatio(wallOf(ours), wallOf(theirs)), behind };
}

function againstReading({ ours, node, cat }: Rounds): Result[] {
  return [
    ratioOfWalls("importRead", "with `cat`", ours, cat),
    ratioOfWalls("importRead", "with a script for node", ours, node),
  ];
}

function againstHugo({ ours, hugo }: Rounds): Result[] {
  return hugo.length === 0 ? [] : [ratioOfWalls("importHugo", "", ours, hugo)];
}

function againstSmall(all: Rounds, few: Rounds, corpus: Corpus, small: Corpus): Result {
  const rate = ({ ours }: Rounds, { size }: Corpus, times: (runs: Run[]) => number[]) =>
    size / median(times(ours));
  const [ofAll, ofFew] = [rate(all, corpus, wallOf), rate(few, small, wallOf)];
  const byCpu = (rate(all, corpus, cpuOf) / rate(few, small, cpuOf)).toFixed(2);
  const behind = `${Math.round(ofAll)} against ${Math.round(ofFew)} statements a second; by CPU ${byCpu}`;
  return { figure: "importRate", of: "", value: ofAll / ofFew, behind };
}

function memory({ ours }: Rounds): Result {
  const value = Math.max(...ours.map(({ peak }) => peak)) / 1e6;
  return { figure: "importMemory", of: "", value, behind: "VmHWM of the process" };
}

function archiveBytes({ ours }: Rounds, corpus: Corpus): Result {
  const { bytes } = ours[0] as Imported;
  const behind = `${bytes} of ${corpus.bytes} in ${corpus.size} files`;
  return { figure: "archiveBytes", of: "", value: bytes / corpus.bytes, behind };
}
