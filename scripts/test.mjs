// `npm test [-- WORD…]`: build with types, lint, and every test (whose path holds a WORD) in two time zones.
import { spawnSync } from "node:child_process";
import { findChromium, INSTALL_COMMAND, installChromium } from "./chromium.mjs";
import { runTests } from "./run-tests.mjs";
import { runsOnce, testFiles } from "./test-files.mjs";

const words = process.argv.slice(2);

step("build", [process.execPath, "scripts/build.mjs"]);
step("lint", [
  process.execPath,
  "node_modules/@biomejs/biome/bin/biome",
  "check",
  "--error-on-warnings",
  ".",
]);

const files = testFiles(words);
const browser = files.some((file) => file.includes("browser")) ? bringChromium() : "found";
const failures = await runTests([
  // A day west of Greenwich and a day east of it: code that reads a date as an instant is wrong in one of them.
  { zone: "America/Los_Angeles", files: files.filter((file) => !runsOnce(file)) },
  { zone: "Pacific/Kiritimati", files },
]);

const excused = browser === "refused" ? "needs Chromium" : null;
const unexcused = failures.skipped.filter((skip) => !excused || !skip.reason.startsWith(excused));
if (process.env.CI && unexcused.length > 0) {
  console.error("\nA skipped test fails in continuous integration:");
  for (const { name, reason } of unexcused) console.error(`- ${name} (${reason})`);
  process.exitCode = 1;
}
if (failures.failed > 0) process.exitCode = 1;

function step(name, [program, ...parameters]) {
  const run = spawnSync(program, parameters, { stdio: "inherit" });
  if (run.status === 0) return;
  console.error(`\n${name} failed`);
  process.exit(1);
}

/** `found`, `installed`, `refused` or `not-possible`; the browser tests learn the path from `CHROMIUM_PATH`. */
function bringChromium() {
  const outcome = findChromium() ? "found" : installChromium();
  const path = findChromium();
  if (path) process.env.CHROMIUM_PATH = path;
  else
    console.error(
      `The browser tests are skipped: Chromium is not here. Bring it: ${INSTALL_COMMAND}`,
    );
  return outcome;
}
