import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { sharedPath } from "./shared.ts";

/** Every hostile string that there is, each once; empty where `../shared/payloads` is absent. Some are 100 kB long, some hold control characters. */
export function payloadStrings(): string[] {
  const folder = sharedPath("payloads");
  if (folder === null) return [];
  const read = (name: string) => readFileSync(path.join(folder, name), "utf8");
  const list = (name: string) => JSON.parse(read(name)) as string[];
  const examples = (name: string) => JSON.parse(read(name)) as { markdown: string }[];
  const names = (of: string) => readdirSync(path.join(folder, of)).map((name) => `${of}/${name}`);
  const strings = [
    ...names("strings").flatMap((name) =>
      name.endsWith(".json") ? list(name) : lines(read(name)),
    ),
    ...[...names("fts5"), ...names("own")].flatMap(list),
    ...names("markdown").flatMap((name) =>
      name.endsWith(".json") ? examples(name).map(({ markdown }) => markdown) : [read(name)],
    ),
  ];
  return [...new Set(strings)].filter((text) => text !== "");
}

function lines(text: string): string[] {
  return text.split("\n").filter((line) => !line.startsWith("#"));
}
