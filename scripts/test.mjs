// `npm test [-- WORD…]`: build with types, lint, and every test (whose path holds a WORD) in two time zones.
import { spawnSync } from "node:child_process";
import { findChromium, INSTALL_COMMAND, installChromium } from "./chromium.mjs";
import { installCommand, installPackages, isHere, packagesNamedIn } from "./debian-packages.mjs";
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
const packages = bringPackages();
const failures = await runTests([
  // A day west of Greenwich and a day east of it: code that reads a date as an instant is wrong in one of them.
  { zone: "America/Los_Angeles", files: files.filter((file) => !runsOnce(file)) },
  { zone: "Pacific/Kiritimati", files },
]);

const excuses = [
  ...(browser === "refused" ? ["needs Chromium"] : []),
  ...(packages === "refused" ? ["needs Debian's "] : []),
];
const unexcused = failures.skipped.filter(
  ({ reason }) => !excuses.some((excuse) => reason.startsWith(excuse)),
);
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

/** `found`, `installed`, `refused` or `not-possible`. */
function bringPackages() {
  const missing = packagesNamedIn(files).filter((name) => !isHere(name));
  if (missing.length === 0) return "found";
  const outcome = installPackages(missing);
  const absent = missing.filter((name) => !isHere(name));
  if (absent.length > 0)
    console.error(
      `Tests that need ${absent.join(", ")} are skipped. Bring them: ${installCommand(absent)}`,
    );
  return outcome;
}
