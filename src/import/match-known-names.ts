import type { KnownName, Matching, SeenFile } from "./match-files.ts";

/** The second step: of the files whose words are new, a known name revises its statement; what is left is added. */
export async function matchKnownNames(matching: Matching): Promise<void> {
  const { seen, known, matches, held } = matching;
  const rest = seen.filter(({ key }) => !matches.has(key));
  const leaders = new Map<string, SeenFile>();
  for (const file of mainNamesFirst(matching, rest)) {
    const { statement, gone } = known.get(file.key) as KnownName;
    if (gone) {
      if (await matching.ask.isOfThatDay(file, statement)) {
        matches.set(file.key, { outcome: "barred", statement });
      }
      continue;
    }
    if (leaders.has(file.digest) || !(await mayRevise(matching, file, statement))) continue;
    leaders.set(file.digest, file);
    matches.set(file.key, { outcome: "revised", statement });
    held.add(statement);
  }
  for (const file of rest) {
    const leader = leaders.get(file.digest);
    if (matches.has(file.key)) continue;
    if (leader) matches.set(file.key, { outcome: "duplicate", of: leader.key });
    else {
      leaders.set(file.digest, file);
      matches.set(file.key, { outcome: "added", instead: known.get(file.key)?.statement ?? null });
    }
  }
}

/** Where several names of one statement have new words, the one that brought the present words revises it. */
function mainNamesFirst({ known }: Matching, files: SeenFile[]): SeenFile[] {
  const named = files.filter(({ key }) => known.has(key));
  const isMain = ({ key }: SeenFile) => known.get(key)?.main === true;
  return [...named.filter(isMain), ...named.filter((file) => !isMain(file))];
}

async function mayRevise(matching: Matching, file: SeenFile, statement: string): Promise<boolean> {
  if (matching.held.has(statement)) return false;
  if ((await matching.ask.heldElsewhere(statement)) !== null) return false;
  return !(await matching.ask.isAnother(file, statement));
}
