import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { freePorts, type Running, run, until } from "./support/running.ts";

const ROOT = join(import.meta.dirname, "../../..");

/** Images cannot be built here: what the last stage copies is put into a folder, and run there as the image would run it. */
describe("the image of the Dockerfile", { timeout: 120_000 }, () => {
  const [, , lastStage = ""] = readFileSync(join(ROOT, "Dockerfile"), "utf8").split(/^FROM /m);
  const root = mkdtempSync(join(tmpdir(), "dateline-image-"));
  const image = join(root, "image");
  const env = { HOST: "127.0.0.1", PORT: "", DATELINE_DATABASE: join(root, "data/archive.db") };
  let copied: string[] = [];
  let site: Running;

  before(async () => {
    for (const [, from = "", to = ""] of lastStage.matchAll(
      /^COPY .*\/build\/(\S+) \.\/(\S*)$/gm,
    )) {
      if (from === "node_modules") linkPackages();
      else cpSync(join(ROOT, from), join(image, to || from), { recursive: true });
    }
    mkdirSync(join(root, "data"));
    copied = everything();
    env.PORT = String((await freePorts(1))[0]);
    site = run(process.execPath, [join(image, commandOf(/^CMD (.*)$/m)[1] ?? "")], env);
    await until(() => site.said.out.includes("\n"), site);
  });
  after(async () => {
    await site?.stop();
    rmSync(root, { recursive: true });
  });

  /** As `npm prune --omit=dev` leaves them. */
  function linkPackages(): void {
    const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as {
      packages: Record<string, { dev?: boolean }>;
    };
    for (const [name, { dev }] of Object.entries(packages)) {
      const isOwn = /^node_modules\/(@[^/]+\/)?[^/]+$/.test(name) && !dev;
      if (!isOwn || !existsSync(join(ROOT, name))) continue;
      mkdirSync(dirname(join(image, name)), { recursive: true });
      symlinkSync(join(ROOT, name), join(image, name));
    }
  }

  function everything(): string[] {
    return (readdirSync(image, { recursive: true }) as string[]).sort();
  }

  function commandOf(line: RegExp): string[] {
    return JSON.parse(lastStage.match(line)?.[1] ?? "[]") as string[];
  }

  function health(port: string): number | null {
    const [, ...args] = commandOf(/^HEALTHCHECK .*\\\s+CMD (.*)$/m);
    return spawnSync(process.execPath, args, { env: { ...env, PORT: port } }).status;
  }

  test("holds all that the program needs to serve and to import", async () => {
    const page = await fetch(`http://127.0.0.1:${env.PORT}/`);
    assert.equal(page.status, 200);
    const command = [join(image, "dist/scripts/import.js"), join(ROOT, "data/statements")];
    const { status, stderr } = spawnSync(process.execPath, command, { env, encoding: "utf8" });
    assert.equal(status, 0, stderr);
  });

  test("is healthy while it serves, and not where nobody does", async () => {
    assert.equal(health(env.PORT), 0);
    const [nobody = 0] = await freePorts(1);
    assert.equal(health(String(nobody)), 1);
  });

  test("writes nothing but its volume, and has no privilege", () => {
    assert.deepEqual(everything(), copied);
    for (const line of ["USER node", "VOLUME /data", "STOPSIGNAL SIGTERM"]) {
      assert.match(lastStage, new RegExp(`^${line}$`, "m"));
    }
    assert.match(lastStage, /DATELINE_DATABASE=\/data\//);
  });
});
