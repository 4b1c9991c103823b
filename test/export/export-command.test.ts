import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { openStore } from "../../src/store/open-store.ts";
import { debianTest } from "../support/debian.ts";
import { writeFiles } from "../support/import-trial.ts";
import { brokenLinks, filesIn, SITE_URL, textOf } from "./support.ts";

const ROOT = join(import.meta.dirname, "../../..");
const COMMANDS = join(import.meta.dirname, "../../scripts");

describe("the export command, on the sample", () => {
  let root: string;
  let site: string;
  let env: NodeJS.ProcessEnv;

  before(() => {
    root = mkdtempSync(join(tmpdir(), "dateline-export-command-"));
    site = join(root, "site");
    const settings = { DATELINE_DATABASE: join(root, "archive.db"), DATELINE_SITE_URL: SITE_URL };
    env = { ...process.env, ...settings };
    run("import", join(ROOT, "data/statements"));
    const { status, stdout, stderr } = run("export", site);
    assert.deepEqual([status, stderr], [0, ""]);
    assert.match(
      stdout,
      /^Exported 36 statements to .*site\nwritten +\d+ .*\nunchanged +0 .*\nremoved +0 /,
    );
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  function run(command: string, ...args: string[]) {
    const path = join(COMMANDS, `${command}.js`);
    return spawnSync(process.execPath, [path, ...args], { env, encoding: "utf8" });
  }

  function reported(...args: string[]) {
    const { status, stdout, stderr } = run("export", ...args, "--json");
    assert.equal(status, 0, stderr);
    return JSON.parse(stdout);
  }

  debianTest("linkchecker", "has no link that linkchecker finds broken", () => {
    // It gives up root, and then may not read a folder of ours alone.
    chmodSync(root, 0o755);
    const check = () =>
      spawnSync(
        "linkchecker",
        ["--no-status", "--no-warnings", pathToFileURL(join(site, "index.html")).href],
        {
          env: { ...env, HOME: root },
          encoding: "utf8",
        },
      );
    const whole = check();
    const checked = /(\d+) links in (\d+) URLs checked\. .* 0 errors found/.exec(whole.stdout);
    assert.ok(Number(checked?.[2]) > 300, whole.stdout + whole.stderr);
    assert.equal(whole.status, 0);
    const page = filesIn(site).find((file) => /^2023\/01\/27\/[^/]+\/index\.html$/.test(file));
    const text = textOf(site, page as string);
    rmSync(join(site, page as string));
    assert.equal(check().status, 1);
    writeFileSync(join(site, page as string), text);
  });

  test("writes only what an import changed, and then nothing", () => {
    const before = timesIn(site);
    const added = join(root, "added");
    writeFiles(added, { "one.txt": "date 2023-09-29 One more note.\n" });
    cpSync(join(root, "archive.db"), join(root, "kept.db"));
    cpSync(site, join(root, "whole"), { recursive: true });
    run("import", added);
    const { written, unchanged, statements } = reported(site);
    assert.deepEqual(brokenLinks(site), []);
    const changed = [...timesIn(site)].filter(([file, time]) => before.get(file) !== time);
    assert.deepEqual([written, statements], [changed.length, 37]);
    assert.ok(unchanged > 0);
    assert.equal(reported(site).written, 0);
  });

  test("completes an export that was killed at any moment", async () => {
    cpSync(join(root, "kept.db"), join(root, "archive.db"));
    const whole = join(root, "whole");
    const killed = join(root, "killed");
    const all = filesIn(whole);
    for (const share of [0.02, 0.6]) {
      await killAt(killed, all.length * share);
      if (share < 0.1) assert.ok(filesIn(killed).length < all.length);
      for (const file of filesIn(killed)) {
        assert.equal(textOf(killed, file), textOf(whole, file), `${file} at ${share}`);
      }
    }
    assert.equal(run("export", killed).status, 0);
    assert.deepEqual(filesIn(killed), all);
    assert.deepEqual(
      readdirSync(killed).filter((name) => name.startsWith(".")),
      [".dateline-export"],
    );
  });

  /** Kills an export once so many files are there. */
  function killAt(folder: string, files: number): Promise<void> {
    const child = spawn(process.execPath, [join(COMMANDS, "export.js"), folder], {
      env,
      stdio: "ignore",
    });
    const timer = setInterval(() => {
      if (existsSync(folder) && filesIn(folder).length >= files) child.kill("SIGKILL");
    }, 20);
    return new Promise((resolve) => {
      child.on("exit", () => {
        clearInterval(timer);
        resolve();
      });
    });
  }

  test("mends a file that was damaged, and writes through no link", () => {
    const folder = join(root, "whole");
    writeFileSync(join(folder, "site.css"), "");
    assert.equal(reported(folder).written, 1);
    const elsewhere = join(root, "elsewhere");
    cpSync(join(folder, "about"), elsewhere, { recursive: true });
    rmSync(join(folder, "about"), { recursive: true });
    rmSync(join(elsewhere, "index.html"));
    symlinkSync(elsewhere, join(folder, "about"));
    const { status, stderr } = run("export", folder);
    assert.equal(status, 1);
    assert.match(stderr, /Expected to write .*about, found something there that no export wrote/);
    assert.ok(!existsSync(join(elsewhere, "index.html")));
  });

  test("is refused with what was expected where it cannot be done", () => {
    const file = join(root, "a-file");
    writeFileSync(file, "");
    for (const [args, status, said] of [
      [[], 2, /Expected DIR, and 0 words came\.\n.*--help/],
      [[""], 2, /an empty word came/],
      [["a", "b"], 2, /2 words came/],
      [["a", "--all"], 2, /--all/],
      [[file], 2, /Expected a folder at .*a-file, found a file/],
      [[root], 2, /Expected an empty folder or an earlier export at /],
    ] as const) {
      const ran = run("export", ...args);
      assert.deepEqual([ran.status, ran.stdout], [status, ""], ran.stderr);
      assert.match(ran.stderr, said);
    }
    const other = { ...env, DATELINE_DATABASE: join(root, "none.db") };
    const none = spawnSync(process.execPath, [join(COMMANDS, "export.js"), join(root, "empty")], {
      env: other,
      encoding: "utf8",
    });
    assert.equal(none.status, 1);
    assert.match(none.stderr, /none\.db/);
    assert.match(run("export", "--help").stdout, /^Usage: npm run export -- DIR/);
  });

  test("waits for no other export into the same folder", async () => {
    const store = await openStore(join(root, "archive.db"), { readOnly: true });
    const { ExportFolder } = await import("../../src/export/export-folder.ts");
    const held = new ExportFolder(join(root, "held"));
    const { status, stderr } = run("export", join(root, "held"));
    assert.equal(status, 1);
    assert.match(stderr, /Another export is writing into that folder/);
    held.close();
    await store.close();
  });
});

function timesIn(folder: string): Map<string, number> {
  return new Map(filesIn(folder).map((file) => [file, statSync(join(folder, file)).mtimeMs]));
}
