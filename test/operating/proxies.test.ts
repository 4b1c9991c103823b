import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { debianTest } from "../support/debian.ts";
import { type Ports, type ProxyName, runProxy } from "./support/proxies.ts";
import { freePorts, importFolder, type Running, runSite, until } from "./support/running.ts";

const HOST = "statements.example.org";

/** Longer than a cache may keep an answer without asking, in milliseconds. */
const STALE_FOR = 1_500;

/** What each proxy tells the site that a request is called, which the site takes over. */
const ID_OF = {
  nginx: /^[0-9a-f]{32}$/,
  caddy: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  varnish: /^\d{10}-\d+$/,
};

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

describe("behind the proxies of docs/operating", { timeout: 240_000 }, () => {
  const root = mkdtempSync(join(tmpdir(), "dateline-proxies-"));
  const folder = join(root, "folder");
  const database = join(root, "archive.db");
  let one: number;
  let two: number;
  let sites: Running[] = [];
  before(async () => {
    mkdirSync(folder);
    for (let day = 1; day <= 9; day++) write(day, `The road is open on day ${day}.`);
    importFolder(database, folder);
    [one = 0, two = 0] = await freePorts(2);
    const settings = {
      DATELINE_SITE_URL: `https://${HOST}`,
      DATELINE_TRUSTED_PROXIES: "loopback",
      DATELINE_ACCESS_LOG: "on",
    };
    sites = await Promise.all([one, two].map((port) => runSite(database, port, settings)));
  });
  after(async () => {
    for (const site of sites) await site.stop();
    rmSync(root, { recursive: true });
  });

  function write(day: number, words: string): void {
    writeFileSync(join(folder, `${day}.txt`), `date 2023-05-0${day} ${words}`);
  }

  async function withProxy(name: ProxyName, use: (front: number) => Promise<void>): Promise<void> {
    const [front = 0] = await freePorts(1);
    const ports: Ports = { front, one, two };
    const proxy = await runProxy(name, join(root, name), ports);
    try {
      await use(front);
    } finally {
      await proxy.stop();
    }
  }

  function ask(
    port: number,
    path: string,
    headers: Record<string, string> = {},
    method = "GET",
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const options = {
        host: "127.0.0.1",
        port,
        path,
        method,
        headers: { Host: HOST, ...headers },
      };
      const sent = request({ ...options, agent: false }, (answer) => {
        const pieces: Buffer[] = [];
        answer.on("data", (piece) => pieces.push(piece));
        answer.on("end", () => {
          const body = Buffer.concat(pieces).toString("latin1");
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body });
        });
      });
      sent.on("error", reject).end();
    });
  }

  /** Ends the test where the proxy keeps answers, and one came from them although a client had poisoned it. */
  async function poison(port: number, path: string): Promise<void> {
    const odd: Record<string, string>[] = [
      { "X-Forwarded-Host": "evil.example" },
      { "X-Forwarded-Proto": "gopher", "X-Forwarded-Port": "1" },
      { Forwarded: "for=192.0.2.9;host=evil.example;proto=http" },
      { "X-Original-URL": "/about", "X-Rewrite-URL": "/about" },
      { "X-HTTP-Method-Override": "DELETE", "X-Method-Override": "HEAD" },
      { "X-Forwarded-For": "evil.example, 127.0.0.1" },
      { "Accept-Encoding": "br;q=0, nonsense", Accept: "application/json" },
      { Range: "bytes=0-9" },
      { Cookie: "a=b", Authorization: "Basic eDp5" },
    ];
    for (const headers of odd) {
      assert.ok((await ask(port, path, headers)).status < 300, JSON.stringify(headers));
    }
    const plain = await ask(port, path);
    const direct = await ask(one, path);
    assert.deepEqual([plain.status, plain.body], [200, direct.body]);
    assert.ok(!JSON.stringify(plain).includes("evil.example"));
  }

  for (const name of ["nginx", "caddy", "varnish"] as const) {
    debianTest(name, `${name} serves readers: cached, compressed, true after an import`, () =>
      withProxy(name, async (front) => {
        await poison(front, "/2023/05");
        await poison(front, "/statements?from=2023&to=2024");
        const page = "/statements";

        const head = await ask(front, page, {}, "HEAD");
        const first = await ask(front, page);
        assert.deepEqual([head.status, head.body, first.status], [200, "", 200]);
        assert.match(first.body, /The road is open on day 8/);
        const again = await ask(front, page);
        assert.equal(again.body, first.body);
        if (name !== "caddy") assert.equal(again.headers["x-cache"], "HIT");

        const packed = await ask(front, page, { "Accept-Encoding": "gzip, deflate, br" });
        const encoding = name === "varnish" ? "gzip" : "br";
        assert.equal(packed.headers["content-encoding"], encoding);
        assert.equal((await ask(front, page)).headers["content-encoding"], undefined);

        const known = { "If-None-Match": String(first.headers.etag) };
        assert.equal((await ask(front, page, known)).status, 304);

        const swapped = await ask(front, "/statements?to=2022&from=2022");
        const straight = await ask(front, "/statements?from=2023&to=2023");
        assert.doesNotMatch(swapped.body, /The road is open/);
        assert.match(straight.body, /The road is open/);

        write(9, `The road is shut, says ${name}.`);
        importFolder(database, folder);
        await pause(STALE_FOR);
        const after = await ask(front, page);
        assert.match(after.body, new RegExp(`shut, says ${name}`));
        assert.equal((await ask(front, page, known)).status, 200);

        const stranger = { "X-Request-Id": "of-a-stranger" };
        const missing = await ask(front, "/no-such-page", stranger);
        assert.equal(missing.status, 404);
        const id = String(missing.headers["x-request-id"]);
        assert.match(id, ID_OF[name]);
        assert.notEqual((await ask(front, "/no-such-page")).headers["x-request-id"], id);
        await until(
          () => sites.some(({ said }) => said.err.includes(`"request":"${id}"`)),
          sites[0] as Running,
        );
        assert.equal((await ask(front, "/healthz")).headers["cache-control"], "no-store");
        assert.equal((await ask(front, "/readyz")).status, 200);
        const wrong = await ask(front, page, { Host: "evil.example" }).catch(() => null);
        assert.ok(!wrong?.body.includes("The road"), "another host is not answered");
        assert.match(
          (await ask(front, page)).body,
          new RegExp(`<link rel="canonical" href="https://${HOST}/statements"`),
        );
        const list = await ask(front, "/statements.csv?limit=all");
        assert.equal(list.body.trim().split("\n").length, 10);
      }),
    );
  }
});
