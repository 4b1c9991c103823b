import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PROJECT_ROOT } from "../../src/project-root.ts";

/** A copy of the working tree, in which guards are taken out; it uses the tree's own dependencies. */
export interface Copy {
  /** Whether the diff could be applied; `reversed` puts back what it took out. */
  apply(diff: string, reversed: boolean): boolean;
  /** Whether it compiles. */
  build(): boolean;
  /** A run of one test of one file, as TAP. One that takes a minute has failed, and may say no more than that. */
  test(file: string, title: string): { report: string; isGreen: boolean };
  remove(): void;
}

const TEST_TIME = "60000";

export function copyTree(): Copy {
  const above = mkdtempSync(path.join(tmpdir(), "dateline-sabotage-"));
  const root = path.join(above, "copy");
  for (const name of trackedFiles()) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    cpSync(path.join(PROJECT_ROOT, name), path.join(root, name));
  }
  symlinkSync(path.join(PROJECT_ROOT, "node_modules"), path.join(root, "node_modules"));
  // Tests read the collected strings and requests where they are there.
  const shared = path.join(PROJECT_ROOT, "..", "shared");
  if (existsSync(shared)) symlinkSync(shared, path.join(above, "shared"));
  const run = (program: string, parameters: string[]) =>
    spawnSync(program, parameters, { cwd: root, encoding: "utf8" });
  return {
    apply: (diff, reversed) => {
      const way = reversed ? ["--reverse"] : [];
      return run("git", ["apply", "--unidiff-zero", ...way, diff]).status === 0;
    },
    build: () => run(process.execPath, ["scripts/build.mjs"]).status === 0,
    test: (file, title) => {
      const pattern = title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      const options = ["--test", "--test-reporter=tap", `--test-timeout=${TEST_TIME}`];
      const only = `--test-name-pattern=${pattern}`;
      const ran = run(process.execPath, [...options, only, `dist/test/${file}.test.js`]);
      return { report: ran.stdout, isGreen: ran.status === 0 };
    },
    remove: () => rmSync(above, { recursive: true, force: true }),
  };
}

/** What is in the repository, as it stands in the working tree, with files that are not yet added. */
function trackedFiles(): string[] {
  const parameters = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const { stdout } = spawnSync("git", parameters, { cwd: PROJECT_ROOT, encoding: "utf8" });
  return stdout.split("\0").filter((name) => name && existsSync(path.join(PROJECT_ROOT, name)));
}
