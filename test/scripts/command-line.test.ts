import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";

const ROOT = join(import.meta.dirname, "../../..");

/** Every command of the project that is a program of its own, with its script. */
const COMMANDS = Object.entries(scripts()).flatMap(([name, line]) => {
  const [, script] = /^node (dist\/scripts\/\S+)$/.exec(line) ?? [];
  return script === undefined ? [] : [{ name, script }];
});

function scripts(): Record<string, string> {
  return JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).scripts;
}

function run(script: string, args: string[], env: Record<string, string> = {}) {
  const settings = { PATH: process.env.PATH, DATELINE_DATABASE: "/no/such/archive.db", ...env };
  return spawnSync(process.execPath, [join(ROOT, script), ...args], {
    env: settings,
    encoding: "utf8",
  });
}

/** The options that `--help` tells of, without `--help` itself. */
function optionsIn(help: string): string[] {
  return [...help.matchAll(/^ {2}--([a-z-]+)/gm)]
    .map(([, name]) => name as string)
    .filter((name) => name !== "help");
}

describe("every command", () => {
  test("is looked at here", () => {
    const names = COMMANDS.map(({ name }) => name);
    for (const name of ["import", "verify", "check", "log-key", "export", "undo", "bench"]) {
      assert.ok(names.includes(name), name);
    }
    assert.ok(names.length >= 16);
  });

  for (const { name, script } of COMMANDS) {
    test(`${name} says how it is used, and refuses what it does not know with status 2`, () => {
      const help = run(script, ["--help"]);
      assert.deepEqual([help.status, help.stderr], [0, ""]);
      assert.ok(help.stdout.startsWith(`Usage: npm run ${name}`));
      assert.match(help.stdout, /^ {2}--help +prints? this$/m);
      assert.match(help.stdout, /^Exit status: 0 /m);
      const refused = run(script, ["--frobnicate"]);
      assert.deepEqual([refused.status, refused.stdout], [2, ""]);
      assert.match(refused.stderr, /^Unknown option '--frobnicate'\n/);
      assert.ok(refused.stderr.endsWith(`\nnpm run ${name} -- --help says how it is used.\n`));
    });

    test(`${name} does nothing where npm kept one of its options to itself`, () => {
      const options = optionsIn(run(script, ["-h"]).stdout);
      if (options.length === 0) return;
      const kept = options.map((option) => [`npm_config_${option.replaceAll("-", "_")}`, "true"]);
      const env = { npm_lifecycle_event: name, ...Object.fromEntries(kept) };
      const { status, stdout, stderr } = run(script, [], env);
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, /^npm kept --.* to itself\. Put -- before: npm run \S+ -- … --/);
      for (const option of options) assert.ok(stderr.includes(` --${option}`), option);
    });
  }

  test("takes an option that stands behind -- although npm has it, too", () => {
    const kept = { npm_lifecycle_event: "runs", npm_config_json: "true" };
    const { status, stderr } = run("dist/scripts/runs.js", ["--json"], kept);
    assert.equal(status, 1);
    assert.match(stderr, /^Expected an archive at /);
  });

  test("refuses an option with a value that stands twice, and an empty word", () => {
    const twice = run("dist/scripts/verify.js", ["--key", "a", "--key", "b"]);
    assert.deepEqual([twice.status, twice.stdout], [2, ""]);
    assert.match(twice.stderr, /^Expected --key once, but it came 2 times\.\n/);
    const empty = run("dist/scripts/backup.js", [""]);
    assert.equal(empty.status, 2);
    assert.match(empty.stderr, /^Expected FILE, and an empty word came\.\n/);
  });

  test("ends quietly where whoever reads its output has gone", () => {
    const command = `"${process.execPath}" "${join(ROOT, "dist/scripts/import.js")}" --help | true`;
    const { stderr } = spawnSync("sh", ["-c", command], { encoding: "utf8" });
    assert.equal(stderr, "");
  });
});
