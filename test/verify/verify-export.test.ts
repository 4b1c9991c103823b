import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { makeDownload } from "../../src/downloads/make-download.ts";
import { makeKey, readSigner } from "../../src/log/signed-note.ts";
import { PROJECT_ROOT } from "../../src/project-root.ts";
import { correctStatement } from "../../src/publishing/correct-statement.ts";
import { restoreStatement } from "../../src/publishing/restore-statement.ts";
import { undoRun } from "../../src/publishing/undo-run.ts";
import { withdrawStatement } from "../../src/publishing/withdraw-statement.ts";
import { EVERYTHING } from "../../src/statements/statement-filter.ts";
import { openTestArchive, type TestArchive } from "../support/archive.ts";
import { startSite } from "../support/site.ts";

const VERIFIER = path.join(PROJECT_ROOT, "public/verify-export.mjs");

const FILES = {
  "ferry.txt": "date 2023-01-27 HARBOUR TOWN, January 27 – Wire. The ferry sails on Monday.\n",
  "bridge.txt": "date 2023-01-28 The bridge stays closed.\n",
  "road.md": "---\ndate: 2023-01-29\ntitle: The road\ntags: [roads]\n---\nIt is *open*.\n",
  "tower.txt": "date 2023-01-31 The tower was lit.\n",
  "market.txt": "date 2023-02-01 The market moved.\n",
  "square.txt": "date 2023-02-02 The square is paved.\n",
};

describe("the verifier that shares no code with the archive", () => {
  const key = makeKey("example.org/log");
  let archive: TestArchive;
  let folder: string;
  let lines: string;
  let log: string;
  let checkpoint: string;
  const file = (name: string, text?: string | Buffer) => {
    const named = path.join(archive.folder, "..", name);
    if (text !== undefined) writeFileSync(named, text);
    return named;
  };
  const verify = (...args: string[]) =>
    spawnSync(process.execPath, [VERIFIER, ...args], { encoding: "utf8" });
  before(async () => {
    archive = await openTestArchive(FILES);
    const { store } = archive;
    const { statements } = await store.list({
      query: null,
      filter: EVERYTHING,
      order: "oldest",
      after: null,
      limit: 50,
    });
    const [ferry, bridge, , tower, market, square] = statements.map(({ id }) => id) as string[];
    const act = { at: "2024-05-07T00:00:00Z", language: "en", maxFileBytes: 1_000_000 };
    const given = file("given.txt", "date 2023-01-28 The bridge stays shut.\n");
    const note = "It was a mistake.";
    await correctStatement(store, { id: bridge as string, file: given, note }, act);
    const withdraw = (id = "", keepText = false) =>
      withdrawStatement(store, { id, reason: "A name.", keepText }, act);
    await withdraw(tower, true);
    await withdraw(market);
    await withdraw(ferry, true);
    await restoreStatement(store, { id: ferry as string, file: null, reason: null }, act);
    await withdraw(square);
    const again = file("again.txt", FILES["square.txt"]);
    await restoreStatement(store, { id: square as string, file: again, reason: "Back." }, act);
    await archive.import({ "road.md": FILES["road.md"].replace("open", "shut") });
    const [run] = await store.runs();
    await undoRun(store, { run: run?.number ?? 0, reason: "Too early." }, act);
    const all = file("downloads");
    mkdirSync(all);
    await makeDownload(archive.path, all);
    folder = path.join(all, readdirSync(all)[0] as string);
    lines = readFileSync(path.join(folder, "archive.jsonl"), "utf8");
    log = readFileSync(path.join(folder, "log.jsonl"), "utf8");
    const site = await startSite(archive.path, { logSigner: readSigner(key.signerKey) });
    checkpoint = file("checkpoint", await (await site.get("/log/checkpoint")).text());
    file("proof", await (await site.get(`/s/${ferry}@1/proof.txt`)).text());
    const bundle = await site.get(`/log/tile/entries/000.p/${log.split("\n").length - 1}`);
    const tiles = path.join(folder, "log/tile/entries/000.p");
    mkdirSync(tiles, { recursive: true });
    const width = String(log.split("\n").length - 1);
    writeFileSync(path.join(tiles, width), Buffer.from(await bundle.arrayBuffer()));
    await site.close();
  });
  after(() => archive.close());

  const ofExport = (own: string, ownLog: string) =>
    verify(
      file("changed.jsonl", own),
      file("changed-log.jsonl", ownLog),
      "--checkpoint",
      checkpoint,
      "--key",
      key.verifierKey,
    );

  it("agrees with an export of everything that an import and the publisher may do", () => {
    const { status, stdout, stderr } = ofExport(lines, log);
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, /^6 statements, 15 entries of the log, root .*=\nAll agrees\.\n$/);
  });

  it("reads the log from a site's tiles as well", () => {
    const own = path.join(folder, "archive.jsonl");
    const { status, stdout } = verify(own, path.join(folder, "log"), "--checkpoint", checkpoint);
    assert.equal(status, 0, stdout);
  });

  const EDITS: [what: string, from: RegExp, to: string][] = [
    ["a word of a text", /sails on Monday\./, "sails on Friday."],
    ["a word of an earlier text", /bridge stays closed/, "bridge stays open"],
    ["a day", /"date":"2023-01-27"/, '"date":"2023-01-26"'],
    ["an address", /\/2023\/01\/27\/the-ferry/, "/2023/01/27/a-ferry"],
    ["a headline", /"headline":"The road"/, '"headline":"The path"'],
    ["a tag", /"tags":\["roads"\]/, '"tags":[]'],
    ["a note", /It was a mistake\./, "A slip."],
    ["a reason", /"reason":"A name\."/, '"reason":"A game."'],
    ["a source", /"sha256":"[0-9a-f]{8}/, '"sha256":"00000000'],
    ["an instant", /"seenAt":"2024/, '"seenAt":"2020'],
    ["a rendering", /"rendered":"[0-9a-f]{8}/, '"rendered":"00000000'],
    ["a whole statement", /^.*The ferry.*\n/, ""],
    ["an id, which is another statement then", /"id":"....../, '"id":"zzzzzz'],
  ];
  for (const [what, from, to] of EDITS) {
    it(`names the statement of which the export has ${what} altered`, () => {
      const changed = lines.replace(from, to);
      assert.notEqual(changed, lines);
      const { status, stdout } = ofExport(changed, log);
      assert.equal(status, 1, stdout);
      assert.match(stdout, /^(altered|missing|added) +[0-9a-z]{10}/m);
    });
  }

  it("sees every line of the log that is altered, left out, added or moved", () => {
    const entries = log.trimEnd().split("\n");
    for (let at = 0; at < entries.length; at++) {
      const altered = entries.with(at, (entries[at] as string).replace("2024-", "2023-"));
      const others = [
        altered,
        entries.toSpliced(at, 1),
        entries.toSpliced(at, 0, entries[at] as string),
        entries.toSpliced(at, 2, ...entries.slice(at, at + 2).toReversed()),
      ];
      const [one] = others.splice(at % 4, 1);
      const changed = `${one?.join("\n")}\n`;
      if (changed === log) continue;
      assert.equal(ofExport(lines, changed).status, 1, `entry ${at}`);
    }
  });

  it("refuses a checkpoint that is not signed with the key, and takes none for another's", () => {
    const text = readFileSync(checkpoint, "utf8");
    const bare = file("bare", text.slice(0, text.indexOf("\n\n") + 1));
    const own = path.join(folder, "archive.jsonl");
    const of = path.join(folder, "log.jsonl");
    const args = ["--key", key.verifierKey];
    assert.equal(verify(own, of, "--checkpoint", bare, ...args).status, 1);
    assert.equal(verify(own, of, "--checkpoint", bare).status, 0);
    const otherKey = makeKey("example.org/log").verifierKey;
    assert.equal(verify(own, of, "--checkpoint", checkpoint, "--key", otherKey).status, 1);
  });

  it("checks one proof by itself", () => {
    const proof = file("proof");
    const { status, stdout } = verify("--proof", proof, "--key", key.verifierKey);
    assert.equal(status, 0, stdout);
    assert.match(stdout, /^\{"statement":".*\}\nAll agrees\.\n$/);
    const [head = "", extra = "", ...rest] = readFileSync(proof, "utf8").split("\n");
    const entry = Buffer.from(extra.slice(6), "base64").toString().replace("2023", "2022");
    const changed = `extra ${Buffer.from(entry).toString("base64")}`;
    const other = file("other-proof", [head, changed, ...rest].join("\n"));
    assert.equal(verify("--proof", other).status, 1);
  });

  it("says which line of which file it cannot read", () => {
    const page = file("page.jsonl", "<!DOCTYPE html>\n");
    const noLine = /page\.jsonl, line 1: expected JSON, but "<!DOCTYPE html>" came/;
    const good = { archive: file("good.jsonl", lines), log: file("good-log.jsonl", log) };
    for (const [archiveFile, logFile] of [
      [page, good.log],
      [good.archive, page],
    ] as const) {
      const { status, stderr } = verify(archiveFile, logFile);
      assert.equal(status, 1);
      assert.match(stderr, noLine);
    }
  });

  it("says how it is used where it cannot know what is meant", () => {
    assert.equal(verify().status, 2);
    assert.equal(verify("/nowhere", "/nowhere").status, 2);
    assert.equal(verify("--proof", VERIFIER).status, 2);
    assert.equal(verify("--help").status, 0);
  });

  it("imports nothing but Node", () => {
    const imports = [...readFileSync(VERIFIER, "utf8").matchAll(/from "([^"]+)"/g)];
    assert.ok(imports.every(([, name = ""]) => name.startsWith("node:")));
  });
});
