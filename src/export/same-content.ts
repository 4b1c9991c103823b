import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";

/** Whether two files hold the same bytes; `null` where the second is not there. Takes no more memory for longer ones. */
export async function sameContent(file: string, other: string): Promise<boolean | null> {
  const size = await sizeOf(other);
  if (size === null) return null;
  if ((await stat(file)).size !== size) return false;
  const others = createReadStream(other)[Symbol.asyncIterator]();
  for await (const piece of createReadStream(file)) {
    // Streams of files give pieces of one size, but for the last.
    const beside = await others.next();
    if (beside.done || !(piece as Buffer).equals(beside.value)) return false;
  }
  return true;
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
