import { Agent, request } from "node:http";

export interface ReadersReport {
  requests: number;
  /** What went wrong, a line each. */
  failures: string[];
}

/**
 * Readers that ask without pause until `stop`: half of them over connections that they keep, half with a new one each time. Every answer
 * has to be `status` 200 and whole, and to hold `words`.
 */
export function steadyReaders(
  port: number,
  paths: readonly string[],
  host: string,
  words: string,
): { stop: () => Promise<ReadersReport> } {
  const report: ReadersReport = { requests: 0, failures: [] };
  let going = true;
  const kept = new Agent({ keepAlive: true, maxSockets: 4 });
  const readers = Array.from({ length: 8 }, async (_, reader) => {
    for (let turn = reader; going; turn++) {
      const path = paths[turn % paths.length] ?? "/";
      const fault = await ask(port, path, host, words, reader % 2 === 0 ? kept : false);
      report.requests++;
      if (fault !== null) report.failures.push(`${path}: ${fault}`);
    }
  });
  return {
    stop: async () => {
      going = false;
      await Promise.all(readers);
      kept.destroy();
      return report;
    },
  };
}

function ask(
  port: number,
  path: string,
  host: string,
  words: string,
  agent: Agent | false,
): Promise<string | null> {
  return new Promise((resolve) => {
    const options = { host: "127.0.0.1", port, path, agent, headers: { Host: host } };
    const sent = request(options, (answer) => {
      let body = "";
      answer.setEncoding("utf8");
      answer.on("data", (text) => {
        body += text;
      });
      answer.on("end", () => {
        const isRight = answer.statusCode === 200 && answer.complete && body.includes(words);
        resolve(isRight ? null : `${answer.statusCode}, ${body.slice(0, 200)}`);
      });
      answer.on("error", (error) => resolve(String(error)));
    });
    sent.on("error", (error) => resolve(String(error))).end();
  });
}
