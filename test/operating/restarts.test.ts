import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { debianTest } from "../support/debian.ts";
import { runProxy } from "./support/proxies.ts";
import { freePorts, importFolder, type Running, runSite } from "./support/running.ts";
import { steadyReaders } from "./support/steady-readers.ts";

const HOST = "statements.example.org";

/** `DATELINE_RESTARTS=100 npm test -- restarts` restarts as often as before a release. */
const RESTARTS = Number(process.env.DATELINE_RESTARTS ?? 5);

/** A process has to be gone so soon after it was told, in milliseconds, and a loaded machine takes its time. */
const STOP_TIME = 2_000;

/** After one instance serves again the next is restarted, in milliseconds. Varnish leaves one that was away alone for a quarter of a second. */
const BETWEEN = { nginx: 0, caddy: 0, varnish: 500 };

describe("stop and start", { timeout: 1_200_000 }, () => {
  const root = mkdtempSync(join(tmpdir(), "dateline-restarts-"));
  const database = join(root, "archive.db");
  const settings = { DATELINE_SITE_URL: `https://${HOST}`, DATELINE_TRUSTED_PROXIES: "loopback" };
  let ports: number[];
  before(async () => {
    const folder = join(root, "folder");
    mkdirSync(folder);
    for (let day = 1; day <= 9; day++) {
      const text = `date 2023-05-0${day} The road is open on day ${day}.`;
      writeFileSync(join(folder, `${day}.txt`), text);
    }
    importFolder(database, folder);
    ports = await freePorts(3);
  });
  after(() => rmSync(root, { recursive: true }));

  for (const name of ["nginx", "caddy", "varnish"] as const) {
    debianTest(name, `behind ${name} with two instances loses no request`, async () => {
      const [front = 0, one = 0, two = 0] = ports;
      const sites: Running[] = [];
      for (const port of [one, two]) sites.push(await runSite(database, port, settings));
      const proxy = await runProxy(name, join(root, name), { front, one, two });
      // No path is asked for twice within a second, so that the cache answers none of them.
      const paths = Array.from({ length: 1_000 }, (_, n) => `/statements?from=${1_000 + n}`);
      const readers = steadyReaders(front, paths, HOST, "The road is open");
      for (let restart = 0; restart < RESTARTS; restart++) {
        const which = restart % 2;
        assert.equal(await sites[which]?.stop(), 0);
        sites[which] = await runSite(database, [one, two][which] ?? 0, settings);
        await pause(BETWEEN[name]);
      }
      const { requests, failures } = await readers.stop();
      await proxy.stop();
      for (const site of sites) await site.stop();
      assert.deepEqual(failures.slice(0, 5), []);
      assert.ok(requests > RESTARTS * 5, `${requests} requests`);
    });
  }

  test("a request that is on its way while it stops is answered, as the last", async () => {
    const [port = 0] = ports;
    const site = await runSite(database, port, settings);
    const kept = connect(port, "127.0.0.1");
    let answers = "";
    kept.setEncoding("utf8").on("data", (text) => {
      answers += text;
    });
    kept.write(`GET /readyz HTTP/1.1\r\nHost: ${HOST}\r\n\r\n`);
    while (!answers.includes("}")) await pause(10);
    assert.match(answers, /^HTTP\/1\.1 200 .*\r\nConnection: keep-alive\r\n/s);
    kept.write(`GET /readyz HTTP/1.1\r\nHost: ${HOST}\r\n`);
    await pause(50);
    const began = performance.now();
    const ended = once(site.child, "close");
    site.child.kill("SIGTERM");
    while (await connects(port));
    answers = "";
    kept.write("\r\n");
    await once(kept, "close");
    assert.match(answers, /^HTTP\/1\.1 503 .*\r\nConnection: close\r\n.*"stopping"/s);
    assert.deepEqual(await ended, [0, null]);
    assert.ok(performance.now() - began < STOP_TIME);
  });
});

function connects(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => socket.destroy()).once("error", () => {});
    socket.once("close", (hadError) => resolve(!hadError));
  });
}
