import { IncomingMessage, type RequestListener, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { Duplex } from "node:stream";

/** Milliseconds that the handler takes for a GET of that address, without a network. Throws where the answer is no 200. */
export async function timeApp(app: RequestListener, address: string): Promise<number> {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { method: "GET", url: address, httpVersionMajor: 1, httpVersionMinor: 1 });
  request.headers = { host: "localhost" };
  request.rawHeaders = ["Host", "localhost"];
  request.push(null);
  const response = new ServerResponse(request);
  response.assignSocket(swallowing() as Socket);
  const start = performance.now();
  await new Promise<void>((resolve) => {
    response.once("finish", resolve);
    app(request, response as ServerResponse & { req: IncomingMessage });
  });
  const time = performance.now() - start;
  if (response.statusCode === 200) return time;
  throw new Error(`expected 200 at ${address}, got ${response.statusCode}`);
}

/** Takes what is written, at once, and has no time to run out of. */
function swallowing(): Duplex {
  const taking = new Duplex({ read() {}, write: (_, __, done) => done() });
  return Object.assign(taking, { setTimeout: () => taking });
}
