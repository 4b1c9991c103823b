import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Content } from "./answers/answer.ts";

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".ico": "image/x-icon",
  ".png": "image/png",
};

/**
 * Each file of the folder, not of folders in it, by its address, read once. Browsers ask each time whether it changed, by its content, so that no
 * page is ever printed with the style of an earlier release. Throws on a file of another kind.
 */
export function readAssets(folder: string): ReadonlyMap<string, Content> {
  const assets = new Map<string, Content>();
  for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )) {
    const type = TYPES[path.extname(name)];
    if (type === undefined)
      throw new Error(`public/${name}: expected one of ${Object.keys(TYPES)}`);
    const body = readFileSync(path.join(folder, name));
    assets.set(`/${name}`, { body, type, lastModified: null, links: null });
  }
  return assets;
}
