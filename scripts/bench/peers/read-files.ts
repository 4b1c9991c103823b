// Opens and reads each file of a folder, and does nothing with it: what any import must do at least.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const [folder = "."] = process.argv.slice(2);
let bytes = 0;
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (entry.isFile()) bytes += readFileSync(path.join(entry.parentPath, entry.name)).length;
}
process.stdout.write(`${bytes}\n`);
