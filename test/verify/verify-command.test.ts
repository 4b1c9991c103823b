import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { checkpointText } from "../../src/log/checkpoint.ts";
import { readSigner, type Signer } from "../../src/log/signed-note.ts";
import { openTestArchive, type TestArchive } from "../support/archive.ts";
import { AlteredArchive } from "./altered-archive.ts";
import { coverUp, readOtherwise, rewriteLog } from "./insider.ts";

const SCRIPTS = path.join(import.meta.dirname, "../../scripts");
const FILES = {
  "1.txt": "date 2023-01-27 The ferry sails.\n",
  "2.txt": "date 2023-01-28 The bridge is closed.\n",
};

describe("npm run verify", () => {
  let archive: TestArchive;
  let key: string;
  let verifierKey: string;
  let checkpoint: string;
  const command = (name: string, args: string[], env: Record<string, string> = {}) =>
    spawnSync(process.execPath, [path.join(SCRIPTS, `${name}.js`), ...args], {
      encoding: "utf8",
      env: { ...process.env, DATELINE_DATABASE: archive.path, ...env },
    });
  const verify = (...args: string[]) => command("verify", args);
  before(async () => {
    archive = await openTestArchive(FILES);
    const file = (name: string) => path.join(archive.folder, "..", name);
    key = file("key");
    const made = command("log-key", [key, "--name", "example.org/log"]);
    assert.equal(made.status, 0, made.stderr);
    verifierKey = made.stdout.trim();
    checkpoint = file("checkpoint");
    const signer = readSigner(readFileSync(key, "utf8")) as Signer;
    const head = await archive.store.logHead();
    writeFileSync(checkpoint, signer.sign(checkpointText({ origin: signer.name, ...head })));
    await archive.import({ "3.txt": "date 2023-01-29 The road is open.\n" });
  });
  after(() => archive.close());

  it("is content with an archive that extends an earlier checkpoint", () => {
    const { status, stdout } = verify("--checkpoint", checkpoint, "--key", verifierKey);
    assert.equal(status, 0, stdout);
    assert.match(
      stdout,
      /^3 statements in 3 wordings, 3 entries of the log\.\nAll as it was logged/,
    );
  });

  it("names what was altered, and fails", () => {
    const altered = new AlteredArchive(archive.path);
    const text = "UPDATE revision SET text = replace(text, ?, ?)";
    altered.database.prepare(text).run("ferry", "Ferry");
    const { status, stdout } = verify();
    const json = verify("--json");
    altered.database.prepare(text).run("Ferry", "ferry");
    altered.close();
    assert.equal(status, 1);
    assert.match(stdout, /^altered {4}\w{10}@1 {2}its day and text are not those of its digest$/m);
    assert.equal(json.status, 1);
    assert.equal(JSON.parse(json.stdout).findings[0].kind, "altered");
  });

  it("is not content with a checkpoint of another log", () => {
    const other = path.join(archive.folder, "..", "other");
    writeFileSync(other, checkpointText({ origin: "o", size: 2, root: Buffer.alloc(32) }));
    const { status, stdout } = verify("--checkpoint", other);
    assert.equal(status, 1);
    assert.match(stdout, /the log was rewritten/);
    writeFileSync(other, checkpointText({ origin: "o", size: 4, root: Buffer.alloc(32) }));
    assert.match(verify("--checkpoint", other).stdout, /speaks of 4 entries, and there are 3/);
  });

  it("refuses a checkpoint whose signature is not right", () => {
    const forged = path.join(archive.folder, "..", "forged");
    writeFileSync(forged, readFileSync(checkpoint, "utf8").replace("\n2\n", "\n1\n"));
    const { status, stderr } = command("verify", ["--checkpoint", forged], {
      DATELINE_LOG_KEY: key,
    });
    assert.equal(status, 1);
    assert.match(stderr, /is not signed with that key/);
  });

  for (const [what, args] of [
    ["an option that is not known", ["--all"]],
    ["a checkpoint that is not there", ["--checkpoint", "/nowhere"]],
    ["a checkpoint that is none", ["--checkpoint", import.meta.filename]],
    ["a key that is none", ["--key", "/nowhere"]],
  ] as const) {
    it(`refuses ${what} as wrong usage`, () => {
      assert.equal(verify(...args).status, 2);
    });
  }

  it("a key is written once, for its owner only, and is in no message", () => {
    assert.equal(statSync(key).mode & 0o777, 0o600);
    const again = command("log-key", [key, "--name", "example.org/log"]);
    assert.equal(again.status, 1);
    assert.match(again.stderr, /EEXIST/);
    assert.doesNotMatch(again.stderr, /PRIVATE/);
    assert.equal(command("log-key", [`${key}2`, "--name", "with space"]).status, 2);
    assert.equal(command("log-key", [`${key}2`], { DATELINE_SITE_URL: "" }).status, 2);
  });
});

describe("npm run verify of a file that this release reads otherwise", () => {
  let archive: TestArchive;
  const verify = (...args: string[]) =>
    spawnSync(process.execPath, [path.join(SCRIPTS, "verify.js"), ...args], {
      encoding: "utf8",
      env: { ...process.env, DATELINE_DATABASE: archive.path },
    });
  before(async () => {
    archive = await openTestArchive(FILES);
    await archive.import({ "2.txt": "date 2023-01-28 The bridge stays closed.\n" });
    const { database } = new AlteredArchive(archive.path);
    readOtherwise(database, 2);
    coverUp(database);
    rewriteLog(database);
    database.close();
  });
  after(() => archive.close());

  it("says that nothing here decides, and fails", () => {
    const { status, stdout } = verify();
    assert.match(
      stdout,
      /^undecided {2}\w{10}@2 {2}2\.txt has another text.*a checkpoint from before tells$/m,
    );
    assert.doesNotMatch(stdout, /altered/);
    assert.equal(status, 1);
  });

  it("is content where a checkpoint vouches for the words, and says how many it reads otherwise", async () => {
    const file = path.join(archive.folder, "..", "checkpoint");
    const head = await archive.store.logHead();
    writeFileSync(file, checkpointText({ origin: "example.org/log", ...head }));
    const { status, stdout } = verify("--checkpoint", file);
    assert.match(stdout, /All as it was logged.*\nThis release reads 1 file otherwise/);
    assert.equal(status, 0);
  });
});
