import { get } from "node:http";

/** An answer as it came, to be sent again by others. */
export interface Captured {
  address: string;
  status: number;
  /** Names and values in turns, without those that `node:http` itself adds to every answer. */
  headers: string[];
  body: Buffer;
}

const ADDED_BY_NODE = new Set(["date", "connection", "keep-alive", "transfer-encoding"]);

/** The server's answers to these addresses, one after the other. Throws where one is no 200. */
export async function capture(
  url: string,
  addresses: string[],
  headers: Record<string, string> = {},
): Promise<Captured[]> {
  const captured: Captured[] = [];
  for (const address of addresses) {
    const answer = await captureOne(url, address, headers);
    if (answer.status !== 200) throw new Error(`expected 200 at ${address}, got ${answer.status}`);
    captured.push(answer);
  }
  return captured;
}

/** One answer, of any status. */
export function captureOne(
  url: string,
  address: string,
  headers: Record<string, string> = {},
): Promise<Captured> {
  return new Promise((resolve, reject) => {
    get(url + address, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part) => parts.push(part)).on("error", reject);
      response.on("end", () => {
        const { statusCode: status = 0, rawHeaders } = response;
        resolve({ address, status, headers: kept(rawHeaders), body: Buffer.concat(parts) });
      });
    }).on("error", reject);
  });
}

/** The value of a header, by its name in lower case; empty where it is not there. */
export function headerOf({ headers }: Captured, name: string): string {
  const place = headers.findIndex((text, at) => at % 2 === 0 && text.toLowerCase() === name);
  return place < 0 ? "" : (headers[place + 1] as string);
}

function kept(headers: string[]): string[] {
  return headers.filter(
    (_, at) => !ADDED_BY_NODE.has((headers[at - (at % 2)] ?? "").toLowerCase()),
  );
}
