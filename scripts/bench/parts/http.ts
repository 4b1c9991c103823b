import path from "node:path";
import type { FigureName, Result } from "../figures.ts";
import { type Contender, compareRates, ratesInTurns } from "../measure/rates.ts";
import { type Captured, capture, headerOf } from "../peers/captured.ts";
import { peerPath } from "../peers/missing-peers.ts";
import { nginxAddress, serveNginx } from "../peers/nginx.ts";
import { type Served, serveDateline, servePeer } from "../peers/served.ts";
import { writeAnswers } from "../peers/write-answers.ts";
import { makeLoad } from "../peers/wrk.ts";
import type { Trial } from "../trial.ts";
import { sampleAddresses } from "./addresses.ts";

const BROTLI = { "Accept-Encoding": "br" };

/** One address for both servers, so that their pages are the same. */
const SETTINGS = { DATELINE_SITE_URL: "http://statements.example.org" };
const KEPT = { ...SETTINGS, DATELINE_ANSWER_BYTES: String(512 * 1024 * 1024) };
const NOTHING_KEPT = { ...SETTINGS, DATELINE_ANSWER_BYTES: "0" };

const CONNECTIONS = 64;
/** Of pages that take milliseconds, so many at once leave some that are answered within a round. */
const FEW_CONNECTIONS = 8;

const KINDS = ["statements", "lists"] as const;
type Kind = (typeof KINDS)[number];
type Answers = Record<Kind, Captured[]>;

/** Loads Dateline and its peers in turns, with wrk. */
export async function measureHttp(trial: Trial): Promise<Result[]> {
  if (!peerPath("wrk")) {
    trial.notes.push("without wrk: no HTTP figure");
    return [];
  }
  const addresses = await sampleAddresses(trial.archive);
  const kept = await serveDateline(trial.archive, KEPT);
  const afresh = await serveDateline(trial.archive, NOTHING_KEPT);
  const plain: Answers = await captureKinds(kept, addresses, {});
  await compareBodies(
    trial,
    await captureKinds(afresh, addresses, {}),
    await captureKinds(kept, addresses, {}),
  );
  const brotli = await capture(kept.url, addresses.statements, BROTLI);
  const results = [
    ...(await againstNode(trial, kept, plain)),
    ...(await againstNginx(trial, kept, plain, brotli)),
    ...(await againstExpress(trial, afresh, addresses)),
  ];
  await Promise.all([kept.stop(), afresh.stop()]);
  return results;
}

async function captureKinds(
  { url }: Served,
  { statements, lists }: Record<Kind, string[]>,
  headers: Record<string, string>,
): Promise<Answers> {
  return {
    statements: await capture(url, statements, headers),
    lists: await capture(url, lists, headers),
  };
}

/** Kept answers are to be those that would be made afresh. */
async function compareBodies({ notes }: Trial, afresh: Answers, kept: Answers): Promise<void> {
  for (const kind of KINDS) {
    const other = kept[kind].filter(({ body }, at) => !body.equals(afresh[kind][at]?.body ?? body));
    const size = kept[kind].reduce((sum, { body }) => sum + body.length, 0) / kept[kind].length;
    const sameness = other.length === 0 ? "the same" : `NOT the same in ${other.length}`;
    notes.push(
      `${kept[kind].length} ${kind}, ${Math.round(size)} bytes each on average: kept and made afresh ${sameness}, byte for byte`,
    );
  }
}

/** Loads `ours` and `theirs` in turns, and compares. */
async function compared(
  trial: Trial,
  figure: FigureName,
  of: string,
  ours: Contender,
  theirs: Contender,
): Promise<Result> {
  trial.say(`  ${figure} ${of}`);
  const [first = [], second = []] = await ratesInTurns([ours, theirs], trial.rounds);
  return { figure, of, ...compareRates(first, second) };
}

function contender(
  { folder }: Trial,
  name: string,
  server: Served,
  addresses: string[],
  headers: (index: number) => Record<string, string> = () => ({}),
  connections = CONNECTIONS,
): Contender {
  const asked = addresses.map((address, index) => ({ address, headers: headers(index) }));
  return { server, load: makeLoad(folder, name, asked, connections) };
}

async function againstNode(trial: Trial, kept: Served, answers: Answers): Promise<Result[]> {
  const file = path.join(trial.folder, "answers.json");
  writeAnswers(
    file,
    KINDS.flatMap((kind) => answers[kind]),
  );
  const bare = await servePeer("bare-node", file);
  const results: Result[] = [];
  for (const kind of KINDS) {
    const addresses = answers[kind].map(({ address }) => address);
    const ours = contender(trial, `ours-${kind}`, kept, addresses);
    results.push(await compared(trial, "keptNode", kind, ours, { ...ours, server: bare }));
  }
  await bare.stop();
  return results;
}

async function againstNginx(
  trial: Trial,
  kept: Served,
  plain: Answers,
  brotli: Captured[],
): Promise<Result[]> {
  const nginx = await serveNginx(trial.folder, [
    { name: "statements", encoding: null, answers: plain.statements },
    { name: "lists", encoding: null, answers: plain.lists },
    { name: "brotli", encoding: "br", answers: brotli },
  ]);
  if (!nginx) return [];
  const results: Result[] = [];
  for (const kind of KINDS) {
    const ours = contender(
      trial,
      `ours-${kind}`,
      kept,
      plain[kind].map(({ address }) => address),
    );
    const files = contender(trial, `nginx-${kind}`, nginx, filesOf(kind, plain[kind]));
    results.push(await compared(trial, "keptNginx", kind, ours, files));
  }
  const addresses = plain.statements.map(({ address }) => address);
  const ours = contender(trial, "ours-brotli", kept, addresses, () => BROTLI);
  const files = contender(trial, "nginx-brotli", nginx, filesOf("brotli", brotli), () => BROTLI);
  results.push(await compared(trial, "keptNginxShort", "statements in brotli", ours, files));
  results.push(await notModified(trial, kept, nginx, plain.statements));
  await nginx.stop();
  return results;
}

async function notModified(
  trial: Trial,
  kept: Served,
  nginx: Served,
  answers: Captured[],
): Promise<Result> {
  const addresses = filesOf("statements", answers);
  const files = await capture(nginx.url, addresses);
  const tags = (captured: Captured[]) => (index: number) => ({
    "If-None-Match": headerOf(captured[index] as Captured, "etag"),
  });
  const asked = answers.map(({ address }) => address);
  const ours = contender(trial, "ours-304", kept, asked, tags(answers));
  const theirs = contender(trial, "nginx-304", nginx, addresses, tags(files));
  return compared(trial, "keptNginxShort", "statements not modified (304)", ours, theirs);
}

function filesOf(set: string, answers: Captured[]): string[] {
  return answers.map((_, index) => nginxAddress(set, index));
}

async function againstExpress(
  trial: Trial,
  afresh: Served,
  addresses: Record<Kind, string[]>,
): Promise<Result[]> {
  const express = await servePeer("plain-express", trial.archive, SETTINGS.DATELINE_SITE_URL);
  const results: Result[] = [];
  for (const kind of KINDS) {
    trial.notes.push(await comparePages(kind, afresh, express, addresses[kind].slice(0, 100)));
    const name = `afresh-${kind}`;
    const ours = contender(trial, name, afresh, addresses[kind], undefined, FEW_CONNECTIONS);
    results.push(await compared(trial, "notKept", kind, ours, { ...ours, server: express }));
  }
  await express.stop();
  return results;
}

/** The plain server is to send the same pages. */
async function comparePages(
  kind: Kind,
  { url }: Served,
  express: Served,
  addresses: string[],
): Promise<string> {
  const ours = await capture(url, addresses);
  const theirs = await capture(express.url, addresses);
  const same = ours.filter(({ body }, at) => body.equals(theirs[at]?.body ?? Buffer.alloc(0)));
  return `the plain server's ${kind}: ${same.length} of ${addresses.length} the same, byte for byte`;
}
