// Where the browser of the browser tests is, and how it comes to a Debian machine that has none.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { installCommand, installPackages } from "./debian-packages.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** What brings Chromium to Debian. */
export const INSTALL_COMMAND = installCommand(["chromium"]);

/** The browser's path: `CHROMIUM_PATH`, else the first that the shell would find; `null` where there is none. */
export function findChromium(env = process.env) {
  if (env.CHROMIUM_PATH) return isProgram(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : null;
  const folders = [...(env.PATH ?? "").split(delimiter), "/usr/bin"].filter(Boolean);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find(isProgram) ?? null;
}

/** Installs Debian's package, where this process may: `installed`, `refused` by the package registry, or `not-possible` here. */
export function installChromium() {
  return installPackages(["chromium"]);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
