// Checks an export of the archive against its log, without a network and without any other file of Dateline: copy this one file to
// wherever Node 20 or later is. docs/proof.md describes all that is recomputed here, so that others can write it again.
import { createHash, createPublicKey, verify } from "node:crypto";
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";

const USAGE = `Usage: node verify-export.mjs ARCHIVE LOG [--checkpoint FILE]… [--key KEY]
       node verify-export.mjs --proof FILE [--key KEY]

Recomputes the digests of every wording in ARCHIVE (archive.jsonl of /download) and the tree of LOG (log.jsonl of /download, or a
folder with the site's tile/entries), and names what does not agree.

  --checkpoint FILE   the log must begin with the entries of this checkpoint; may be given several times
  --key KEY           checkpoints must be signed with this key
  --proof FILE        checks one tlog-proof instead

Exit status: 0 all agrees, 1 something does not, 2 wrong usage.
`;

let findings = 0;

function tell(kind, what, why) {
  findings++;
  // No file may write to the terminal what is not text.
  const line = `${kind.padEnd(7)}  ${what}  ${why}`.replace(/\p{Cc}/gu, "�");
  process.stdout.write(`${line}\n`);
}

const sha256 = (...parts) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const hex = (text) => sha256(text).toString("hex");

/** RFC 6962, 2.1. */
const leafHash = (entry) => sha256(Buffer.of(0), entry);
const nodeHash = (left, right) => sha256(Buffer.of(1), left, right);

/** The tree so far: the roots of its complete subtrees, the largest first. */
class Tree {
  size = 0;
  subtrees = [];

  append(entry) {
    let hash = leafHash(entry);
    for (let rest = this.size; rest % 2 === 1; rest = (rest - 1) / 2) {
      hash = nodeHash(this.subtrees.pop(), hash);
    }
    this.subtrees.push(hash);
    this.size++;
  }

  root() {
    if (this.size === 0) return sha256();
    return this.subtrees.reduceRight((right, left) => nodeHash(left, right));
  }
}

class UsageError extends Error {}

function readCheckpoint(text, key, name) {
  const [origin, size, root] = text.split("\n");
  if (!origin || !/^\d+$/.test(size ?? "") || Buffer.from(root ?? "", "base64").length !== 32) {
    throw new UsageError(`${name} holds no checkpoint`);
  }
  if (key && !isSigned(text, key)) tell("altered", name, "it is not signed with that key");
  return { name, size: Number(size), root: Buffer.from(root, "base64") };
}

/** c2sp.org/signed-note: the text before the empty line, with an Ed25519 signature behind it. */
function isSigned(note, key) {
  const [, name, , encoded] = /^([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(key.trim()) ?? [];
  const typed = Buffer.from(encoded ?? "", "base64");
  if (typed.length !== 33 || typed[0] !== 1) throw new UsageError("--key: no key of Ed25519");
  const id = sha256(`${name}\n`, typed).subarray(0, 4);
  const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), typed.subarray(1)]);
  const publicKey = createPublicKey({ key: der, format: "der", type: "spki" });
  const end = note.indexOf("\n\n");
  const lines = end === -1 ? [] : note.slice(end + 2).split("\n");
  return lines.some((line) => {
    const [, signer, signed] = /^— (\S+) (\S+)$/.exec(line) ?? [];
    const bytes = Buffer.from(signed ?? "", "base64");
    if (signer !== name || !bytes.subarray(0, 4).equals(id)) return false;
    return verify(null, Buffer.from(note.slice(0, end + 1)), publicKey, bytes.subarray(4));
  });
}

/** The entries, each as its bytes. */
async function* entriesOf(log) {
  if (!statSync(log).isDirectory()) {
    for await (const line of createInterface({ input: createReadStream(log) })) {
      yield Buffer.from(line);
    }
    return;
  }
  for (let number = 0; ; number++) {
    const bundle = readBundle(join(log, "tile", "entries"), number);
    if (!bundle) return;
    for (let at = 0; at < bundle.length; ) {
      const length = bundle.readUInt16BE(at);
      yield bundle.subarray(at + 2, at + 2 + length);
      at += 2 + length;
    }
  }
}

/** A full one, or the widest that is there. */
function readBundle(folder, number) {
  const groups = String(number)
    .padStart(Math.ceil(String(number).length / 3) * 3, "0")
    .match(/\d{3}/g);
  const last = groups.pop();
  const path = join(folder, ...groups.map((group) => `x${group}`), last);
  if (existsSync(path)) return readFileSync(path);
  for (let width = 255; width > 0; width--) {
    const partial = join(`${path}.p`, String(width));
    if (existsSync(partial)) return readFileSync(partial);
  }
  return null;
}

/** What a line says. What a site answers while it makes its downloads, saved as one, is no such line. */
function parsed(text, file, number) {
  try {
    return JSON.parse(text);
  } catch {
    const came = JSON.stringify(text.slice(0, 60));
    throw new Error(`${file}, line ${number}: expected JSON, but ${came} came`);
  }
}

/** What the log says, by the id of the statement: its entries in their order. */
async function readLog(log, checkpoints) {
  const tree = new Tree();
  const logged = new Map();
  const compare = () => {
    for (const { name, size, root } of checkpoints) {
      if (size === tree.size && !root.equals(tree.root())) {
        tell("altered", "log", `its first ${size} entries are not those of ${name}`);
      }
    }
  };
  compare();
  for await (const bytes of entriesOf(log)) {
    const entry = parsed(bytes.toString("utf8"), log, tree.size + 1);
    const known = logged.get(entry.statement) ?? [];
    logged.set(entry.statement, known);
    known.push(entry);
    tree.append(bytes);
    compare();
  }
  for (const { name, size } of checkpoints) {
    if (size > tree.size)
      tell("missing", "log", `${name} speaks of ${size} entries, and here are ${tree.size}`);
  }
  return { tree, logged };
}

/** See docs/proof.md: the digest of what readers are shown of a wording. */
function recordOf(wording, slug, file, note) {
  const { date, text, headline, headlineDerived, place, agency, language } = wording;
  const { url, rights, tags, format, rendered } = wording;
  const shown = [headline, headlineDerived, place, agency, language, url, rights, tags];
  const digest = hex(`${date}\n${text}`);
  return hex(JSON.stringify(["wording", slug, digest, ...shown, format, rendered, file, note]));
}

const OF_WORDING = ["added", "revised"];

function checkStatement(line, entries) {
  const wordings = [...line.earlier, line];
  const slug = slugOf(line);
  // A wording that the publisher went back to has the source of the one before.
  const sources = wordings.flatMap(({ sources: own = [] }) => own);
  const isWhole = wordings.every(({ gone }) => !gone);
  const check = (what, wording, entry, address, note) => {
    const brought = sources.filter(({ sha256 }) => sha256 === entry.source);
    if (brought.length === 0) {
      if (isWhole) tell("altered", what, `no source has the SHA-256 ${entry.source}`);
    } else if (
      !brought.some(({ file }) => recordOf(wording, address, file, note) === entry.record)
    ) {
      tell(
        "altered",
        what,
        "words, day, address, names, note or source are not those that were logged",
      );
    }
  };
  for (const wording of wordings) checkWording(line.id, wording, slug, entries, check);
  for (const { revision, change } of entries) {
    const isHere = wordings.some((wording) => wording.revision === revision);
    if (OF_WORDING.includes(change) && !isHere) {
      tell("missing", `${line.id}@${revision}`, `the log says that it was ${change}`);
    }
  }
  const acts = entries.filter(({ change }) => !OF_WORDING.includes(change));
  checkActs(line, acts, slug, check);
  const last = acts.at(-1)?.change ?? "restored";
  const marked = last === "marked";
  if (!marked && last !== "restored") tell("altered", line.id, `it was ${last}, and is here`);
  if (marked !== (line.withdrawn !== null))
    tell("altered", line.id, "its withdrawal is not as it was logged");
}

/** `/2023/02/28/the-bridge-k3m9p2q7ra` → `the-bridge`; its day must be that of the words. */
function slugOf({ id, date, permalink }) {
  const name = permalink.slice(permalink.lastIndexOf("/") + 1);
  const day = permalink.slice(1, permalink.lastIndexOf("/")).replaceAll("/", "-");
  if (day !== date || !(name === id || name.endsWith(`-${id}`))) {
    tell("altered", id, `${permalink} is no address of it on ${date}`);
  }
  return name === id ? null : name.slice(0, -id.length - 1);
}

function checkWording(id, wording, slug, entries, check) {
  const what = `${id}@${wording.revision}`;
  const own = entries.filter(({ revision }) => revision === wording.revision);
  const [came, twice] = own.filter(({ change }) => OF_WORDING.includes(change));
  if (twice) tell("added", what, "the log says twice that it came");
  if (!came) return tell("added", what, "no entry of the log speaks of it");
  if (came.time !== wording.seenAt) tell("altered", what, `the log says that it came ${came.time}`);
  if (wording.gone) {
    if (!entries.some(({ change }) => change === "erased" || change === "withdrawn"))
      tell("altered", what, "its words are gone, and nobody withdrew it");
    return;
  }
  if (came.date !== wording.date)
    tell("altered", what, `the log says that its day is ${came.date}`);
  // A wording that came back is spoken of by that entry, with the address that it got then.
  if (own.some(({ change }) => change === "restored")) return;
  check(what, wording, came, came.change === "added" ? slug : null, wording.note);
}

function checkActs(line, acts, slug, check) {
  if (acts.length !== line.events.length) {
    tell(
      "altered",
      line.id,
      `the log has ${acts.length} acts of the publisher, the export ${line.events.length}`,
    );
    return;
  }
  const restored = acts.filter(({ change }) => change === "restored");
  const lastOf = new Map(restored.map((act) => [act.revision, act]));
  for (const [at, act] of acts.entries()) {
    const { kind, reason, at: instant } = line.events[at];
    const what = `${line.id}@${act.revision}`;
    if (instant !== act.time || (kind === "restored") !== (act.change === "restored")) {
      tell("altered", what, `the log says that it was ${act.change} ${act.time}`);
    } else if (act.change !== "restored") {
      checkReason(what, reason, act);
    } else if (lastOf.get(act.revision) === act) {
      const wording = [...line.earlier, line].find(({ revision }) => revision === act.revision);
      if (wording && !wording.gone) check(what, wording, act, slug, reason);
    }
  }
}

function checkReason(what, reason, { record }) {
  if (hex(JSON.stringify(["withdrawal", reason])) !== record) {
    tell("altered", what, "the reason of its withdrawal is not the one that was logged");
  }
}

/** Of one that was taken away, the log must say so; a note of the sample, which had a log of its own, has no entry. */
function checkGone({ id, date, gone }, entries) {
  const last = entries.at(-1);
  if (last.change !== "withdrawn" && last.change !== "erased") {
    tell("missing", id, "the log does not say that it was withdrawn");
  } else {
    if (last.date !== date) tell("altered", id, `the log says that its day was ${last.date}`);
    checkReason(id, gone.reason, last);
  }
}

async function checkExport(archive, log, checkpoints) {
  const { tree, logged } = await readLog(log, checkpoints);
  const seen = new Set();
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(archive) })) {
    const line = parsed(text, archive, ++number);
    const entries = logged.get(line.id) ?? [];
    if (seen.has(line.id)) tell("added", line.id, "it is there twice");
    seen.add(line.id);
    if (!line.gone) checkStatement(line, entries);
    else if (entries.length > 0) checkGone(line, entries);
  }
  for (const id of logged.keys()) {
    if (!seen.has(id)) tell("missing", id, "the log speaks of it");
  }
  return `${seen.size} statements, ${tree.size} entries of the log, root ${tree.root().toString("base64")}`;
}

/** c2sp.org/tlog-proof, with the entry as its extra data (RFC 9162, 2.1.3.2). */
function checkProof(file, key) {
  const text = readFileSync(file, "utf8");
  const end = text.indexOf("\n\n");
  const [head, extra = "", index = "", ...path] = text.slice(0, end).split("\n");
  if (
    end === -1 ||
    head !== "c2sp.org/tlog-proof@v1" ||
    !/^extra \S+$/.test(extra) ||
    !/^index \d+$/.test(index)
  ) {
    throw new UsageError(`${file} holds no proof with its entry`);
  }
  const entry = Buffer.from(extra.slice(6), "base64");
  const { size, root } = readCheckpoint(text.slice(end + 2), key, file);
  let [node, last, hash] = [Number(index.slice(6)), size - 1, leafHash(entry)];
  if (node > last) tell("altered", file, "its index is not in the tree");
  const up = () => {
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  };
  for (const beside of path.map((encoded) => Buffer.from(encoded, "base64"))) {
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(beside, hash);
      while (node % 2 === 0 && node !== 0) up();
    } else hash = nodeHash(hash, beside);
    up();
  }
  if (last !== 0 || !hash.equals(root))
    tell("altered", file, "it does not lead to the root of its checkpoint");
  return entry.toString("utf8");
}

async function run() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      checkpoint: { type: "string", multiple: true, default: [] },
      key: { type: "string" },
      proof: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return USAGE;
  const key = values.key && existsSync(values.key) ? readFileSync(values.key, "utf8") : values.key;
  if (values.proof !== undefined) return ended(checkProof(values.proof, key));
  const [archive, log, ...more] = positionals;
  if (archive === undefined || log === undefined || more.length > 0) {
    throw new UsageError("expected the archive and its log");
  }
  const checkpoints = values.checkpoint.map((file) =>
    readCheckpoint(readFileSync(file, "utf8"), key, file),
  );
  return ended(await checkExport(archive, log, checkpoints));
}

function ended(what) {
  process.exitCode = findings === 0 ? 0 : 1;
  const outcome =
    findings === 0 ? "All agrees." : `${findings} ${findings === 1 ? "finding" : "findings"}.`;
  return `${what}\n${outcome}\n`;
}

try {
  process.stdout.write(await run());
} catch (error) {
  const wrong =
    error instanceof UsageError ||
    ["ENOENT", "EISDIR"].includes(error.code) ||
    String(error.code).startsWith("ERR_PARSE_ARGS");
  process.stderr.write(`${error.message}\n${wrong ? USAGE : ""}`);
  process.exitCode = wrong ? 2 : 1;
}
