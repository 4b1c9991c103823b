import assert from "node:assert/strict";
import { once } from "node:events";
import { cp, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { PROJECT_ROOT } from "../../src/project-root.ts";
import type { createApp } from "../../src/web/app.ts";
import { openTestArchive, type TestArchive } from "../support/archive.ts";
import { EXAMPLE_FILES } from "../support/example-files.ts";

const SITE = { title: "Archive", url: "http://archive.example", contact: null, rights: null };

async function replaceAll(folder: string): Promise<void> {
  for (const name of await readdir(folder, { recursive: true })) {
    if (name.endsWith(".js")) await writeFile(path.join(folder, name), "export const another = 1;");
  }
}

/** A program of its own, whose files may be replaced. */
describe("a program whose files are replaced while it serves", () => {
  let archive: TestArchive;
  let program: string;
  let server: Server;
  let said: string[];
  before(async () => {
    archive = await openTestArchive(EXAMPLE_FILES);
  });
  after(() => archive.close());
  beforeEach(async () => {
    program = await mkdtemp(path.join(tmpdir(), "dateline-program-"));
    for (const part of ["dist/src", "views", "public", "package.json"]) {
      await cp(path.join(PROJECT_ROOT, part), path.join(program, part), { recursive: true });
    }
    await symlink(path.join(PROJECT_ROOT, "node_modules"), path.join(program, "node_modules"));
  });
  afterEach(async () => {
    server.close();
    server.closeAllConnections();
    await rm(program, { recursive: true });
  });

  const fileOf = (name: string) => path.join(program, "dist/src/web", name);
  const load = (name: string) => import(pathToFileURL(fileOf(name)).href);

  async function serve(): Promise<(address: string) => Promise<number>> {
    const app = ((await load("app.js")) as { createApp: typeof createApp }).createApp;
    said = [];
    server = createServer(
      app(archive.store, { ...SITE, language: "en" }, { log: (line) => said.push(line) }),
    );
    await once(server.listen(0, "127.0.0.1"), "listening");
    const { port } = server.address() as AddressInfo;
    return async (address) => (await fetch(`http://127.0.0.1:${port}${address}`)).status;
  }

  it("answers every address as before, once all of it is loaded", async () => {
    const status = await serve();
    await ((await load("load-rest.js")) as { loadRest: () => Promise<void> }).loadRest();
    await replaceAll(path.join(program, "dist"));
    for (const address of ["/", "/2023", "/about", "/statements.atom", "/changes.rss", "/check"]) {
      assert.equal(await status(address), 200, address);
    }
    assert.equal(await status("/nowhere"), 404);
    assert.equal(await status("/statements.csv"), 200);
  });

  it("loses one request where a file cannot be loaded, and serves on", async () => {
    await writeFile(fileOf("rare-answers.js"), "import { nothing } from './shares.js';");
    const status = await serve();
    assert.equal(await status("/nowhere"), 500);
    assert.match(said[0] as string, /^GET "\/nowhere" failed: SyntaxError/);
    assert.equal(await status("/2023"), 200);
  });
});
