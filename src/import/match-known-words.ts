import type { KnownName, Matching, SeenFile } from "./match-files.ts";

/** The first step: files whose date and text the archive holds already are unchanged, moved or duplicates. */
export async function matchKnownWords(matching: Matching): Promise<void> {
  const found = await statementsOfFiles(matching);
  for (const [file, statement] of found) keepName(matching, file, statement);
  const gone = goneNames(matching);
  for (const [file, statement] of found) {
    if (!matching.matches.has(file.key)) await giveName(matching, file, statement, gone);
  }
  await chooseLeaders(matching);
}

/** The files whose words are known, with their statements. Bytes that are as last seen are as last understood, too. */
async function statementsOfFiles({ seen, known, ask }: Matching): Promise<Map<SeenFile, string>> {
  const byDigest = new Map<string, string | null>();
  for (const file of seen) {
    const name = known.get(file.key);
    if (name && isAsLastSeen(file, name)) byDigest.set(file.digest, name.statement);
  }
  const found = new Map<SeenFile, string>();
  for (const file of seen) {
    const { digest } = file;
    const name = known.get(file.key);
    if (!byDigest.has(digest)) byDigest.set(digest, await ask.statementWith(digest));
    const statement = name && isAsLastSeen(file, name) ? name.statement : byDigest.get(digest);
    if (statement) found.set(file, statement);
  }
  return found;
}

function isAsLastSeen(file: SeenFile, name: KnownName): boolean {
  return !name.missing && name.sha256 === file.sha256;
}

function keepName(matching: Matching, file: SeenFile, statement: string): void {
  const name = matching.known.get(file.key);
  if (name?.statement !== statement) return;
  const same = isAsLastSeen(file, name);
  matching.matches.set(file.key, { outcome: "unchanged", statement, leads: false, same });
  matching.held.add(statement);
}

/** The names that held each statement until now and do so no longer, last first. */
function goneNames({ seen, known, matches }: Matching): Map<string, string[]> {
  const gone = new Map<string, string[]>();
  const isSeen = new Set(seen.map(({ key }) => key));
  for (const [key, name] of known) {
    if (name.missing || matches.has(key)) continue;
    if (name.there && !isSeen.has(key)) continue;
    const names = gone.get(name.statement);
    if (names) names.push(key);
    else gone.set(name.statement, [key]);
  }
  for (const names of gone.values()) names.reverse();
  return gone;
}

/** Each name that is gone lends its place to one new name; further ones are duplicates. */
async function giveName(
  { ask, matches, held }: Matching,
  file: SeenFile,
  statement: string,
  gone: Map<string, string[]>,
): Promise<void> {
  const from = gone.get(statement)?.pop() ?? null;
  const isStillThere = held.has(statement) || (await ask.heldElsewhere(statement)) !== null;
  if (from === null && isStillThere) matches.set(file.key, { outcome: "duplicate", statement });
  else matches.set(file.key, { outcome: "moved", statement, leads: false, from });
  held.add(statement);
}

/** One file speaks for each statement: the one that brought its wording, or, where that is gone, the first. */
async function chooseLeaders({ seen, known, ask, matches }: Matching): Promise<void> {
  const leaders = new Map<string, string>();
  for (const { key } of seen) {
    const match = matches.get(key);
    if (match?.outcome !== "unchanged" && match?.outcome !== "moved") continue;
    const isMain = match.outcome === "unchanged" && known.get(key)?.main;
    if (isMain || !leaders.has(match.statement)) leaders.set(match.statement, key);
  }
  for (const [statement, key] of leaders) {
    const match = matches.get(key);
    if (match?.outcome !== "moved" && (match?.outcome !== "unchanged" || match.same)) continue;
    // Of what a name stood for before it tells nothing of what it stands for now.
    const isMain = match.outcome === "unchanged" && Boolean(known.get(key)?.main);
    match.leads = isMain || (await ask.heldElsewhere(statement)) !== "main";
  }
}
