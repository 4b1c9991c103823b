import { DATA_ENDINGS, type DataFormat } from "../data-formats.ts";
import { dataPath } from "../permalinks.ts";

/** The page itself, or the same thing as data. */
export type Format = "html" | DataFormat;

const ENDING = new RegExp(`\\.(${DATA_ENDINGS.join("|").replaceAll(".", "\\.")})$`);

/** `/2023.feed.json` is `/2023` as `feed.json`; a path without an ending of data is that page itself. */
export function splitEnding(path: string): { page: string; format: Format } {
  const ending = ENDING.exec(path);
  if (!ending) return { page: path, format: "html" };
  return { page: path.slice(0, ending.index), format: ending[1] as DataFormat };
}

/** The reverse: that page in that format. */
export function withEnding(page: string, format: Format): string {
  return format === "html" ? page : dataPath(page, format);
}
