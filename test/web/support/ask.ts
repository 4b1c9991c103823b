import { Agent, type IncomingHttpHeaders, request } from "node:http";

export interface Asked {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
  /** From sending to the last byte, in milliseconds. */
  time: number;
}

/** Asks one server many things over a few connections. */
export interface Asker {
  ask(target: string, headers?: Record<string, string>, form?: string): Promise<Asked>;
  close(): void;
}

/** `connections` at once; further ones wait. */
export function asker(port: number, connections: number): Asker {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    close: () => agent.destroy(),
    ask: (path, headers = {}, form) =>
      new Promise((resolve, reject) => {
        let begun = performance.now();
        const method = form === undefined ? "GET" : "POST";
        const sent = request({ host: "127.0.0.1", port, path, method, headers, agent });
        sent.on("socket", () => {
          begun = performance.now();
        });
        sent.on("error", reject);
        sent.on("response", (answer) => {
          const chunks: Buffer[] = [];
          answer.on("data", (chunk: Buffer) => chunks.push(chunk));
          answer.on("error", reject);
          answer.on("end", () => {
            const body = Buffer.concat(chunks).toString("utf8");
            const time = performance.now() - begun;
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body, time });
          });
        });
        sent.end(form);
      }),
  };
}

export function isMarkup({ headers }: Asked): boolean {
  return /html|xml/.test(headers["content-type"] ?? "");
}

/** Whether a text shows the inside of the program. */
export function showsInside(text: string): boolean {
  return /\n\s+at \S|node_modules|node:internal|\.[jt]s:\d+|SQLITE_|better-sqlite/.test(text);
}
