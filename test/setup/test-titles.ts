import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../../..");
const TITLE =
  /(?:\b(?:it|test|sharedTest|browserTest|hostile)|hostile)\(\s*(?:"[^"\n]*",\s*)?(["`])((?:\\.|(?!\1)[^\\])*)\1/g;

/** Whether that file has a test whose title begins so; where a title is made from a table, up to its first part from there. */
export function holdsTest(file: string, beginning: string): boolean {
  const path = join(ROOT, file);
  if (!existsSync(path)) return false;
  const source = readFileSync(path, "utf8");
  return [...source.matchAll(TITLE)].some(([, , title = ""]) => {
    const fixed = title.split("${", 1)[0] as string;
    return (
      title.startsWith(beginning) ||
      (fixed !== title && fixed !== "" && beginning.startsWith(fixed))
    );
  });
}
