// Puts the program that serves into few files: to load two hundred modules one by one takes a quarter of a start.
import { readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { rolldown } from "rolldown";

const FOLDER = resolve("dist/src");
const PROGRAM = resolve(FOLDER, "main.js");

/** What the first page needs beside the program itself: it goes into one file with it. */
const FIRST_PAGE = resolve(FOLDER, "web/routes/home.js");

/** All other packages are loaded from their own folders, where they are needed. */
const PACKAGES_INSIDE = new Set(["ejs", "helmet"]);

const STATIC_IMPORT = /^(?:import|export)\b[^;"=(]*"(\.[^"]+\.js)"/gm;

/** A module's own place stays its own: workers, migrations and the project's folder are found from there. */
const ownPlace = {
  name: "own-place",
  transform(code, file) {
    if (!file.startsWith(FOLDER) || !code.includes("import.meta.url")) return null;
    const place = JSON.stringify(`./${relative(FOLDER, file)}`);
    return code.replaceAll("import.meta.url", `new URL(${place}, import.meta.url).href`);
  },
};

/** Replaces dist/src/main.js by a bundle; what it loads only when it is asked for goes into files of its own, beside it. */
export async function bundleProgram() {
  const atStart = importedBy([PROGRAM, FIRST_PAGE]);
  // It runs for as long as the site is served: who loads what stands beside it in a file would wait for its end.
  atStart.delete(PROGRAM);
  const bundle = await rolldown({
    input: PROGRAM,
    platform: "node",
    external: (name) => !/^[./]/.test(name) && !PACKAGES_INSIDE.has(name),
    plugins: [ownPlace],
    checks: { ineffectiveDynamicImport: false },
  });
  await bundle.write({
    dir: FOLDER,
    format: "esm",
    entryFileNames: "main.js",
    chunkFileNames: "bundle-[name]-[hash].js",
    codeSplitting: { groups: [{ name: "start", test: (file) => atStart.has(file) }] },
  });
  await bundle.close();
}

/** These modules and all that they import, dynamic imports aside. */
function importedBy(modules) {
  const found = new Set(modules);
  for (const file of found) {
    for (const [, name] of readFileSync(file, "utf8").matchAll(STATIC_IMPORT)) {
      found.add(resolve(dirname(file), name));
    }
  }
  return found;
}
