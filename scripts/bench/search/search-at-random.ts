import { Agent, get } from "node:http";
import { oneOf, seededRandom, seedOf } from "../corpus/random.ts";
import type { QueryClass } from "./query-classes.ts";

/** How the answers went. */
export interface Answered {
  /** Milliseconds from request to the last byte. */
  times: number[];
  /** How many answers there were of each status. */
  statuses: Map<number, number>;
}

/** So many clients ask for searches of every kind, each the next one when it has its answer, for so many seconds. */
export async function searchAtRandom(
  url: string,
  classes: QueryClass[],
  clients: number,
  seconds: number,
): Promise<Answered> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const answered: Answered = { times: [], statuses: new Map() };
  const end = performance.now() + seconds * 1000;
  const client = async (_: unknown, number: number) => {
    const random = seededRandom(seedOf(7, number));
    while (performance.now() < end) {
      const start = performance.now();
      const status = await ask(url + searchAddress(oneOf(random, classes), random), agent);
      answered.times.push(performance.now() - start);
      answered.statuses.set(status, (answered.statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return answered;
}

function searchAddress({ ask, cases }: QueryClass, random: () => number): string {
  const { typed, period } = oneOf(random, cases);
  const query = new URLSearchParams({ q: typed });
  if (period) query.set("from", period);
  if (period) query.set("to", period);
  if (ask === "relevance") query.set("sort", "relevance");
  return `/statements?${query}`;
}

function ask(address: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    get(address, { agent }, (response) => {
      response.resume().once("end", () => resolve(response.statusCode ?? 0));
    }).once("error", reject);
  });
}
