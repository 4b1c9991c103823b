// Bare node:http that sends prepared answers, headers and all: as fast as any server on node:http can be.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** As `writeAnswers` has written them. */
interface Written {
  address: string;
  status: number;
  headers: string[];
  body: string;
}

const written: Written[] = JSON.parse(readFileSync(process.argv[2] as string, "utf8"));
const answers = new Map(
  written.map(({ address, status, headers, body }) => [
    address,
    { status, headers, body: Buffer.from(body, "base64") },
  ]),
);

const server = createServer((request, response) => {
  const answer = answers.get(request.url ?? "");
  if (!answer) return void response.writeHead(404).end();
  response.writeHead(answer.status, answer.headers);
  response.end(answer.body);
});
server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.once("SIGTERM", () => process.exit());
