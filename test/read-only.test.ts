import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdir, readFile, readlink } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { openTestArchive } from "./support/archive.ts";
import { EXAMPLE_FILES } from "./support/example-files.ts";

const MAIN = fileURLToPath(new URL("../src/main.js", import.meta.url));

/** The last figure of a file's flags: 0 is O_RDONLY (open(2)). */
const ACCESS = /^flags:\s*0*\d*?([0-7])$/m;

test("a site that serves holds the archive's file open for reading only, and leaves it byte for byte as it was", async () => {
  const archive = await openTestArchive(EXAMPLE_FILES);
  await archive.store.close();
  const before = await digestOf(archive.path);
  const env = { PATH: process.env.PATH, PORT: "0", DATELINE_DATABASE: archive.path };
  const program = spawn(process.execPath, [MAIN], { env, stdio: ["ignore", "pipe", "inherit"] });
  try {
    const [line] = (await once(program.stdout, "data")) as [Buffer];
    const url = String(line).trim().split(" at ")[1] ?? "";
    for (const address of ["/", "/statements?q=bridge", "/statements.csv", "/oai?verb=Identify"]) {
      assert.equal((await (await fetch(url + address)).text()).length > 0, true);
    }
    const modes = await accessTo(archive.path, program);
    assert.ok(modes.length > 0);
    for (const mode of modes) assert.equal(mode, "0");
  } finally {
    program.kill("SIGTERM");
    await once(program, "exit");
  }
  assert.equal(await digestOf(archive.path), before);
  await archive.close();
});

async function digestOf(file: string): Promise<string> {
  return createHash("sha256")
    .update(await readFile(file))
    .digest("hex");
}

/** How the program holds that file open, each time that it does. */
async function accessTo(file: string, { pid }: ChildProcess): Promise<string[]> {
  const modes: string[] = [];
  for (const descriptor of await readdir(`/proc/${pid}/fd`)) {
    const target = await readlink(`/proc/${pid}/fd/${descriptor}`).catch(() => "");
    if (target !== path.resolve(file)) continue;
    const info = await readFile(`/proc/${pid}/fdinfo/${descriptor}`, "utf8");
    modes.push(ACCESS.exec(info)?.[1] ?? info);
  }
  return modes;
}
