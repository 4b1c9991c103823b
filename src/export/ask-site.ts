import {
  Agent,
  createServer,
  type IncomingMessage,
  type RequestListener,
  request,
} from "node:http";
import type { AddressInfo } from "node:net";

/** The site that is exported, which answers this process alone. */
export interface AskedSite {
  /** The answer to a GET of that path and query; its body is to be read. */
  ask(address: string): Promise<IncomingMessage>;
  close(): Promise<void>;
}

/** Starts the app on a port of this machine that nobody is told of. */
export async function askedSite(app: RequestListener): Promise<AskedSite> {
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  return {
    ask: (path) =>
      new Promise((resolve, reject) => {
        const asked = request({ host: "127.0.0.1", port, path, agent });
        asked.once("response", resolve).once("error", reject).end();
      }),
    close: () => {
      agent.destroy();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** The whole body. */
export async function bodyOf(answer: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of answer) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
