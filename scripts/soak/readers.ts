import { setTimeout as pause } from "node:timers/promises";

/** What readers met with. */
export interface Reading {
  requests: number;
  /** What went wrong, a line each: another status than 200, words that are not there, statements that were there before. */
  failures: string[];
  /** Of each request. */
  milliseconds: number[];
}

const READERS = 6;
const ADDRESSES = [
  "/",
  "/2023",
  "/2023/05",
  "/statements?q=road",
  "/statements.csv",
  "/about",
  "/statements.atom",
];

/** Every reader has an address of its own: what a client may have at once is bounded. Reads pages of all kinds for so long, in milliseconds, and checks each; `url` as `http://127.0.0.1:3000`. */
export async function readFor(url: string, duration: number): Promise<Reading> {
  const reading: Reading = { requests: 0, failures: [], milliseconds: [] };
  const end = performance.now() + duration;
  let most = 0;

  async function ask(address: string, reader: number): Promise<string> {
    const began = performance.now();
    const answer = await fetch(url + address, {
      headers: { "X-Forwarded-For": `192.0.2.${reader + 1}` },
    });
    const body = await answer.text();
    reading.milliseconds.push(performance.now() - began);
    if (answer.status !== 200) throw new Error(`expected 200, ${answer.status} came`);
    return body;
  }

  /** An import adds and edits, so that there are never fewer statements than before. */
  async function count(reader: number): Promise<void> {
    const before = most;
    const { total } = JSON.parse(await ask("/statements.json", reader)) as { total: number };
    if (total < before) throw new Error(`${total} statements, and there were ${before}`);
    most = Math.max(most, total);
  }

  async function read(address: string, reader: number): Promise<void> {
    if (address === "/statements.json") return count(reader);
    if (!/\S/.test(await ask(address, reader))) throw new Error("an empty answer");
  }

  async function reader(first: number): Promise<void> {
    for (let turn = first; performance.now() < end; turn++) {
      const all = [...ADDRESSES, "/statements.json", `/statements?from=${1_000 + (turn % 1_000)}`];
      const address = all[turn % all.length] ?? "/";
      reading.requests++;
      await read(address, first).catch((error) =>
        reading.failures.push(`${address}: ${error.message}`),
      );
      await pause(20);
    }
  }

  await Promise.all(Array.from({ length: READERS }, (_, first) => reader(first)));
  return reading;
}

/** The value that 99 of 100 do not go beyond. */
export function p99(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.99)] ?? 0;
}
