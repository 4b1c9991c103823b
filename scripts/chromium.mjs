// Where the browser of the browser tests is, and how it comes to a Debian machine that has none.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** What brings Chromium to Debian. */
export const INSTALL_COMMAND =
  "apt-get update && apt-get install -y --no-install-recommends chromium";

/** The browser's path: `CHROMIUM_PATH`, else the first that the shell would find; `null` where there is none. */
export function findChromium(env = process.env) {
  if (env.CHROMIUM_PATH) return isProgram(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : null;
  const folders = [...(env.PATH ?? "").split(delimiter), "/usr/bin"].filter(Boolean);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find(isProgram) ?? null;
}

/** Installs Debian's package, where this process may: `installed`, `refused` by the package registry, or `not-possible` here. */
export function installChromium() {
  const debian = existsSync("/etc/debian_version") && process.getuid?.() === 0;
  if (!debian) return "not-possible";
  console.error(`Chromium is not here. ${INSTALL_COMMAND}`);
  const run = spawnSync("sh", ["-c", INSTALL_COMMAND], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    timeout: 300_000,
  });
  return run.status === 0 ? "installed" : "refused";
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
