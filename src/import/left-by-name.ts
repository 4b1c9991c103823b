/** Why an entry is not read. `refused`: it may hold a statement, which could not be taken. `skipped`: it is no statement file. */
export interface Left {
  outcome: "skipped" | "refused";
  reason: string;
}

/** Names that editors and office programs leave beside the file that is worked on. */
const LEFTOVER = /^(?:~\$.*|\.?#.*|.*~|.*\.(?:bak|orig|rej|swp|swo|tmp))$/i;

/** How the file is to be read, by its name: `.txt` and `.md` in any case; `null` for every other. */
export function formatByName(path: string): "text" | "markdown" | null {
  if (/\.txt$/i.test(path)) return "text";
  return /\.md$/i.test(path) ? "markdown" : null;
}

/** Why a file with that name is no statement file; `null` where it is one. */
export function leftByName(name: string): Left | null {
  const reason = reasonToSkip(name);
  return reason === null ? null : { outcome: "skipped", reason };
}

function reasonToSkip(name: string): string | null {
  if (LEFTOVER.test(name)) return "left over by an editor";
  if (name.startsWith(".")) return "hidden file";
  if (formatByName(name)) return null;
  return "wrong extension: statement files end in .txt or .md";
}
