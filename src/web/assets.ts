import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Express } from "express";
import { readQuery } from "./read-query.ts";

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".ico": "image/x-icon",
  ".png": "image/png",
};

/**
 * Serves each file of the folder under its own name, from memory. Browsers ask each time whether it changed, by its
 * content, so that no page is ever printed with the style of an earlier release. Throws on a file of another kind.
 */
export function serveAssets(app: Express, folder: string): void {
  for (const name of readdirSync(folder)) {
    const type = TYPES[path.extname(name)];
    if (type === undefined)
      throw new Error(`public/${name}: expected one of ${Object.keys(TYPES)}`);
    const content = readFileSync(path.join(folder, name));
    const tag = `W/"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`;
    app.get(`/${name}`, (request, response) => {
      readQuery(request.url, []);
      response.set({ "Content-Type": type, ETag: tag, "Cache-Control": "no-cache" }).send(content);
    });
  }
}
