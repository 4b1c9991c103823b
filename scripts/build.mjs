// Builds dist/ anew, so that nothing lingers of a file that was deleted or renamed. Exit status: the compiler's.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { bundleProgram } from "./bundle.mjs";

const compiler = dirname(createRequire(import.meta.url).resolve("typescript/package.json"));
rmSync("dist", { recursive: true, force: true });
const run = spawnSync(process.execPath, [join(compiler, "bin/tsc")], { stdio: "inherit" });
if (run.status === 0) await bundleProgram();
process.exitCode = run.status ?? 1;
