import type { KeptRevision } from "../store/store.ts";
import { PAYLOAD } from "./bag-files.ts";

/**
 * Where the bytes of a revision's source are: `data/statements/2023/01/27/7vngs0ennj@1.txt`, and `7vngs0ennj@1-2.txt` where others gave
 * the same words; `null` where they are gone. Made of figures, letters and `@-.` alone, whatever the file was called.
 */
export function sourceFile(
  id: string,
  { n, content, sources }: KeptRevision,
  index: number,
): string | null {
  const source = sources[index - 1];
  if (!content || !source?.bytes) return null;
  const ending = /\.(md|markdown)$/i.test(source.path) ? "md" : "txt";
  const further = index === 1 ? "" : `-${index}`;
  return `${PAYLOAD}/statements/${content.date.replaceAll("-", "/")}/${id}@${n}${further}.${ending}`;
}
