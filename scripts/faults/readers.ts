import { createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { reopeningStore } from "../../src/reopening-store.ts";
import { createApp } from "../../src/web/app.ts";

/** The site on one archive, as readers reach it. */
export interface Readers {
  /** Status and body of the answer at that path; of a 503 the status alone, because its words hold a number of their own. */
  ask(path: string): Promise<string>;
  close(): Promise<void>;
}

/** Serves the archive in that file as the program does. */
export async function openReaders(database: string): Promise<Readers> {
  const store = reopeningStore(database);
  const site = {
    title: "Trial",
    url: "https://statements.example.org",
    contact: null,
    rights: null,
    language: "en",
  };
  const server = createServer(createApp(store, site, { log: () => {} }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ask: (path) => answerAt(port, path),
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await store.close();
    },
  };
}

function answerAt(port: number, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = get({ host: "127.0.0.1", port, path, agent: false }, (response) => {
      const { statusCode } = response;
      let body = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        body += chunk;
      });
      response.on("end", () => resolve(statusCode === 503 ? "503" : `${statusCode} ${body}`));
    });
    asked.on("error", reject);
  });
}
