// `npm ci` builds here. Where development dependencies are left out, a dist/ that is already there will do.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";

if (hasCompiler()) {
  await import("./build.mjs");
} else if (!existsSync("dist/src/main.js")) {
  console.error(
    "dateline: dist/ is not built, and the compiler is not installed.\n" +
      "Run `npm ci` with development dependencies (without --omit=dev, NODE_ENV not production),\n" +
      "or bring a dist/ that `npm run build` made elsewhere.",
  );
  process.exitCode = 1;
}

function hasCompiler() {
  try {
    createRequire(import.meta.url).resolve("typescript/package.json");
    return true;
  } catch {
    return false;
  }
}
