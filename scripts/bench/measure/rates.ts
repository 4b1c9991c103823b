import type { Served } from "../peers/served.ts";
import { type Load, loadServer, type Rate } from "../peers/wrk.ts";
import { median, medianRatio } from "./statistics.ts";

/** A server and what is asked of it. */
export interface Contender {
  server: Served;
  load: Load;
}

/** Rounds in which each contender has a turn; who begins moves on, so that none always follows the same one. */
export async function ratesInTurns(contenders: Contender[], rounds: number): Promise<Rate[][]> {
  const rates: Rate[][] = contenders.map(() => []);
  for (const { server, load } of contenders) await loadServer(server, load);
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const at = (round + turn) % contenders.length;
      const { server, load } = contenders[at] as Contender;
      rates[at]?.push(await loadServer(server, load));
    }
  }
  return rates;
}

/** Requests per CPU second of ours against theirs, the median of the rounds, and the numbers behind it. */
export function compareRates(ours: Rate[], theirs: Rate[]): { value: number; behind: string } {
  const cpu = (rates: Rate[]) => rates.map((rate) => rate.cpu);
  const wall = (rates: Rate[]) => rates.map((rate) => rate.wall);
  const requests = (values: number[]) => Math.round(median(values)).toLocaleString("en");
  const spread = ours.map((rate, round) => rate.cpu / (theirs[round] as Rate).cpu);
  const [low, high] = [Math.min(...spread), Math.max(...spread)].map((value) => value.toFixed(2));
  return {
    value: medianRatio(cpu(ours), cpu(theirs)),
    behind:
      `${requests(cpu(ours))} against ${requests(cpu(theirs))} requests a CPU second, rounds from ${low} to ${high}; ` +
      `by wall ${medianRatio(wall(ours), wall(theirs)).toFixed(2)}`,
  };
}
