import { type IncomingHttpHeaders, request, type Server } from "node:http";
import { promisify } from "node:util";
import { NO_ADDRESSES } from "../../src/clients/address-list.ts";
import { listen } from "../../src/listen.ts";
import type { Site } from "../../src/pages/site.ts";
import { reopeningStore } from "../../src/reopening-store.ts";
import type { Store } from "../../src/store/store.ts";
import { answerRequests } from "../../src/web/answer-requests.ts";
import { type AppOptions, createApp } from "../../src/web/app.ts";

/** The site on a port of its own, as readers reach it. */
export interface TestSite {
  /** `http://127.0.0.1:PORT`, which is also the address in canonical links unless another was given. */
  url: string;
  /** What the site told whoever runs it, a line each. */
  log: string[];
  /** Follows no redirect. */
  get(path: string, init?: RequestInit): Promise<Response>;
  /** The parsed JSON of a 200. */
  json<Body>(path: string): Promise<Body>;
  /** Sends the target as it stands, where `fetch` would mend it. */
  raw(target: string, method?: string, headers?: Record<string, string>): Promise<RawAnswer>;
  /** How many connections the site holds. */
  connections(): Promise<number>;
  close(): Promise<void>;
}

export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface TestSiteOptions extends Omit<AppOptions, "log"> {
  /** Where it listens; 127.0.0.1 unless given. */
  host?: string;
  /** Connections that one client may hold. */
  perClient?: number;
}

/** Serves an open archive, or the archive in a file as the program does. */
export async function startSite(
  archive: Store | string,
  changed: Partial<Site> = {},
  { host = "127.0.0.1", perClient = 1_000, ...options }: TestSiteOptions = {},
): Promise<TestSite> {
  const opened = typeof archive === "string" ? reopeningStore(archive) : null;
  const log: string[] = [];
  const { server, url } = await listen(host, 0, {
    perClient,
    trusted: options.trustedProxies ?? NO_ADDRESSES,
    onRefused: () => log.push("connections are refused"),
  });
  // A test that fails before it closes its site must not keep the suite from ending.
  server.unref();
  const port = Number(new URL(url).port);
  const named = { title: "Test archive", url, contact: null, rights: null, language: "en" };
  const site = { ...named, ...changed };
  const store = opened ?? (archive as Store);
  const app = createApp(store, site, { log: (line) => log.push(line), ...options });
  answerRequests(server, site, app);
  const get = (path: string, init: RequestInit = {}) =>
    fetch(url + path, { redirect: "manual", ...init });
  return {
    url,
    log,
    get,
    json: async (path) => {
      const response = await get(path);
      if (response.status !== 200) throw new Error(`${path}: expected 200, got ${response.status}`);
      return (await response.json()) as never;
    },
    raw: (target, method = "GET", headers = {}) => rawRequest(port, target, method, headers),
    connections: promisify(server.getConnections.bind(server)),
    close: async () => {
      await closed(server);
      await opened?.close();
    },
  };
}

function rawRequest(
  port: number,
  path: string,
  method: string,
  headers: Record<string, string>,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, path, method, headers, agent: false });
    sent.on("error", reject);
    sent.on("response", (answer) => {
      let body = "";
      answer.setEncoding("utf8");
      answer.on("data", (chunk: string) => {
        body += chunk;
      });
      answer.on("end", () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }),
      );
    });
    sent.end();
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
