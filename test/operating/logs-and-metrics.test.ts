import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { addressList } from "../../src/clients/address-list.ts";
import { openTestArchive } from "../support/archive.ts";
import { EXAMPLE_FILES } from "../support/example-files.ts";
import { startSite } from "../support/site.ts";
import { freePorts, importFolder, type Running, runSite, start, until } from "./support/running.ts";

const MAIN = join(import.meta.dirname, "../../src/main.js");

const TELLING = /\?|secret|127\.0\.0\.1|192\.0\.2/;

describe("logs and measurements", { timeout: 120_000 }, () => {
  const root = mkdtempSync(join(tmpdir(), "dateline-logs-"));
  const database = join(root, "archive.db");
  let port: number;
  let metrics: number;
  before(async () => {
    const folder = join(root, "folder");
    mkdirSync(folder);
    writeFileSync(join(folder, "a.txt"), "date 2023-01-27 The secret bridge is open.");
    importFolder(database, folder);
    [port = 0, metrics = 0] = await freePorts(2);
  });
  after(() => rmSync(root, { recursive: true }));

  const lines = ({ said }: Running) =>
    said.err
      .trim()
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  const url = (path: string) => `http://127.0.0.1:${port}${path}`;

  async function withSite(
    settings: Record<string, string>,
    use: (site: Running) => Promise<void>,
  ): Promise<void> {
    const site = await runSite(database, port, settings);
    try {
      await use(site);
    } finally {
      await site.stop();
    }
  }

  test("nothing is written of readers unless asked for", () =>
    withSite({}, async (site) => {
      await fetch(url("/statements?q=secret"));
      assert.equal(site.said.err, "");
    }));

  test("a line of JSON for each answer says neither who nor what was looked for", () =>
    withSite({ DATELINE_ACCESS_LOG: "on" }, async (site) => {
      const headers = { "X-Forwarded-For": "192.0.2.7", "X-Request-Id": "of-a-stranger" };
      await fetch(url("/statements?q=secret"), { headers });
      await fetch(url("/statements?q=secret"));
      await fetch(url("/no-such-page"));
      await until(() => lines(site).length === 3, site);
      assert.deepEqual(
        lines(site).map(({ method, path, status, kept, whole }) => [
          method,
          path,
          status,
          kept,
          whole,
        ]),
        [
          ["GET", "/statements", 200, false, true],
          ["GET", "/statements", 200, true, true],
          ["GET", "/no-such-page", 404, false, true],
        ],
      );
      assert.doesNotMatch(site.said.err, TELLING);
      assert.doesNotMatch(site.said.err, /of-a-stranger/);
    }));

  test("with `full` it says both, of whom a trusted proxy speaks", () =>
    withSite(
      { DATELINE_ACCESS_LOG: "full", DATELINE_TRUSTED_PROXIES: "loopback" },
      async (site) => {
        const headers = { "X-Forwarded-For": "192.0.2.7", "X-Request-Id": "given-by-proxy" };
        await fetch(url("/statements?q=secret"), { headers });
        await until(() => lines(site).length === 1, site);
        const [{ request, query, address }] = lines(site);
        assert.deepEqual([request, query, address], ["given-by-proxy", "q=secret", "192.0.2.7"]);
      },
    ));

  for (const processes of ["1", "2"]) {
    test(`a full disk under stdout and stderr keeps no reader of ${processes} processes waiting`, async () => {
      const full = openSync("/dev/full", "w");
      const env = {
        DATELINE_DATABASE: database,
        DATELINE_ACCESS_LOG: "on",
        DATELINE_PROCESSES: processes,
        PORT: String(port),
      };
      const child = spawn(process.execPath, [MAIN], { env, stdio: ["ignore", full, full] });
      closeSync(full);
      const ended = once(child, "close");
      const site = { child, said: { out: "", err: "" }, stop: async () => null };
      const statusOf = async (path: string) => {
        const answer = await fetch(url(path), { headers: { Connection: "close" } }).catch(
          () => null,
        );
        return answer?.status ?? null;
      };
      try {
        await until(async () => (await statusOf("/readyz")) === 200, site);
        for (const path of ["/about", "/2023", "/no-such-page", "/2023.json", "/"]) {
          assert.equal(await statusOf(path), path === "/no-such-page" ? 404 : 200, path);
        }
      } finally {
        child.kill("SIGTERM");
        await ended;
      }
      assert.equal(child.exitCode, 0);
    });
  }

  for (const processes of [1, 2]) {
    test(`a port of /metrics that is taken ends the start of ${processes} with its name`, async () => {
      const other = createServer().listen(0, "127.0.0.1");
      await once(other, "listening");
      const { port: taken } = other.address() as AddressInfo;
      const site = start(database, port, {
        DATELINE_METRICS_PORT: String(taken),
        DATELINE_PROCESSES: String(processes),
      });
      const [status] = await once(site.child, "close");
      other.close();
      assert.equal(status, 1);
      assert.equal(
        site.said.err,
        `DATELINE_METRICS_PORT: port ${taken} of 127.0.0.1 cannot be taken (EADDRINUSE)\n`,
      );
    });
  }

  for (const processes of ["1", "2"]) {
    test(`/metrics counts over ${processes} processes, with no label that a reader wrote`, () =>
      withSite(
        { DATELINE_METRICS_PORT: String(metrics), DATELINE_PROCESSES: processes },
        async (site) => {
          for (let times = 0; times < 6; times++) {
            await fetch(url("/2023"), { headers: { Connection: "close" } });
            await fetch(url(`/strange-${times}`), { headers: { Connection: "close" } });
          }
          const read = async () => (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text();
          let text = "";
          await until(async () => {
            text = await read();
            return text.includes('{route="other",method="GET",status="404"} 6');
          }, site);
          assert.match(
            text,
            /^dateline_requests_total\{route="\/:year",method="GET",status="200"\} 6$/m,
          );
          assert.match(text, /^dateline_request_seconds_count\{route="\/:year"\} 6$/m);
          assert.match(text, /^dateline_statements 1$/m);
          assert.match(text, /^dateline_generation 1$/m);
          assert.match(text, /^dateline_kept_answers_total [1-9]/m);
          for (const name of ["process_resident_memory_bytes", "nodejs_eventloop_lag_seconds"]) {
            assert.match(text, new RegExp(`^${name}[ {]`, "m"));
          }
          assert.doesNotMatch(text, /strange/);
          assert.equal((await fetch(url("/metrics"))).status, 404);
        },
      ));
  }

  test("the port of /metrics answers GET and HEAD of that path, and refuses the rest", () =>
    withSite({ DATELINE_METRICS_PORT: String(metrics) }, async () => {
      const ask = (path: string, method = "GET", body?: string) =>
        fetch(`http://127.0.0.1:${metrics}${path}`, { method, ...(body && { body }) });
      const head = await ask("/metrics", "HEAD");
      assert.deepEqual([head.status, await head.text()], [200, ""]);
      assert.match(head.headers.get("content-type") ?? "", /^text\/plain; version=0\.0\.4/);
      assert.ok(Number(head.headers.get("content-length")) > 1_000);
      assert.equal((await ask("/metrics?job=dateline")).status, 200);
      for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
        const refused = await ask("/metrics", method, method === "POST" ? "a=b" : undefined);
        assert.deepEqual([refused.status, refused.headers.get("allow")], [405, "GET, HEAD"]);
      }
      for (const path of ["/", "/metrics/", "/metrics.json", "/2023"]) {
        assert.equal((await ask(path)).status, 404);
        assert.equal((await ask(path, "POST")).status, 404);
      }
    }));
});

describe("the number of a request", () => {
  test("comes back to the proxy that gave it with what is refused, and with nothing that a cache may keep", async () => {
    const archive = await openTestArchive(EXAMPLE_FILES);
    const trusted = addressList("loopback");
    assert.ok(trusted);
    const site = await startSite(archive.store, {}, { trustedProxies: trusted });
    const headers = { "X-Request-Id": "0123456789abcdef" };
    for (const path of ["/no-such-page", "/statements?from=2023-13", "/s/0000000000.json"]) {
      const refused = await site.get(path, { headers });
      assert.ok(refused.status >= 400);
      assert.equal(refused.headers.get("x-request-id"), "0123456789abcdef");
      assert.equal(refused.headers.get("cache-control"), "no-store");
      assert.equal((await site.get(path)).headers.get("x-request-id"), null);
    }
    for (const path of ["/", "/", "/2023.json", "/download", "/robots.txt"]) {
      const given = await site.get(path, { headers });
      assert.deepEqual([given.status, given.headers.get("x-request-id")], [200, null]);
    }
    await site.close();
    await archive.close();
  });
});

describe("the number of a failure", () => {
  test("is on the page, in the header and in the log; only a trusted proxy may give it", async () => {
    const archive = await openTestArchive(EXAMPLE_FILES);
    const list = async () => {
      throw new TypeError("broken");
    };
    const store = { ...archive.store, list, names: list };
    const trusted = addressList("loopback");
    for (const [trustedProxies, given, taken] of [
      [trusted, "0123456789abcdef", true],
      [trusted, "short", false],
      [trusted, 'x"onload=alert(1)', false],
      [undefined, "0123456789abcdef", false],
    ] as const) {
      const site = await startSite(store, {}, trustedProxies ? { trustedProxies } : {});
      const answer = await site.get("/statements", { headers: { "X-Request-Id": given } });
      const id = answer.headers.get("x-request-id") ?? "";
      assert.equal(answer.status, 500);
      assert.equal(id === given, taken);
      assert.ok((await answer.text()).includes(`noted as ${id}`));
      assert.ok(site.log[0]?.startsWith(`${id} GET`));
      await site.close();
    }
    await archive.close();
  });
});
