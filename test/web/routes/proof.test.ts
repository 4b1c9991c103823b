import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import type { ListJson } from "../../../src/formats/list-json.ts";
import { rootByInclusion } from "../../../src/log/check-proofs.ts";
import { parseCheckpoint } from "../../../src/log/checkpoint.ts";
import {
  makeKey,
  parseNote,
  readSigner,
  readVerifier,
  type SignedNote,
} from "../../../src/log/signed-note.ts";
import { EMPTY_ROOT, leafHash, rootOf } from "../../../src/log/tree-hash.ts";
import { PROJECT_ROOT } from "../../../src/project-root.ts";
import { withdrawStatement } from "../../../src/publishing/withdraw-statement.ts";
import { openTestArchive, type TestArchive } from "../../support/archive.ts";
import { startSite, type TestSite } from "../../support/site.ts";

/** More than a tile of them. */
const FILES = Object.fromEntries(
  Array.from({ length: 300 }, (_, n) => [`${n}.txt`, `date 2023-01-27 Said ${n}.\n`]),
);

interface Proof {
  index: number;
  entry: string;
  path: string[];
  checkpoint: string;
}

describe("the log on the site", () => {
  let archive: TestArchive;
  let site: TestSite;
  let id: string;
  const key = makeKey("example.org/log");
  before(async () => {
    archive = await openTestArchive(FILES);
    site = await startSite(archive.path, { logSigner: readSigner(key.signerKey) });
    id = (await site.json<ListJson>("/statements.json")).statements[0]?.id ?? "";
  });
  after(async () => {
    await site.close();
    await archive.close();
  });

  const checkpointOf = (written: string) => {
    const note = parseNote(written) as SignedNote;
    assert.ok(readVerifier(key.verifierKey)?.verifies(note), "the signature");
    return parseCheckpoint(note.text) as NonNullable<ReturnType<typeof parseCheckpoint>>;
  };

  const tile = async (address: string) =>
    Buffer.from(await (await site.get(`/log/tile/${address}`)).arrayBuffer());

  it("gives the program that checks a download, which the page of proof links to", async () => {
    const page = await (await site.get("/proof")).text();
    assert.match(page, /<a href="\/verify-export\.mjs" download>/);
    const answer = await site.get("/verify-export.mjs");
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get("content-type"), "text/javascript; charset=utf-8");
    assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
    assert.equal(answer.headers.get("cache-control"), "no-cache");
    const kept = { "If-None-Match": answer.headers.get("etag") ?? "" };
    assert.equal((await site.get("/verify-export.mjs", { headers: kept })).status, 304);
    const file = path.join(PROJECT_ROOT, "public/verify-export.mjs");
    assert.equal(await answer.text(), readFileSync(file, "utf8"));
  });

  it("gives a signed checkpoint that is asked for anew each time", async () => {
    const answer = await site.get("/log/checkpoint");
    assert.equal(answer.headers.get("content-type"), "text/plain; charset=utf-8");
    assert.equal(answer.headers.get("cache-control"), "no-cache");
    assert.equal(answer.headers.get("access-control-allow-origin"), "*");
    const { origin, size, root } = checkpointOf(await answer.text());
    assert.deepEqual([origin, size], ["example.org/log", 300]);
    assert.ok(root.equals((await archive.store.logHead()).root));
  });

  it("gives tiles from which the root of the checkpoint is made", async () => {
    const hashes = (bytes: Buffer) =>
      Array.from({ length: bytes.length / 32 }, (_, at) => bytes.subarray(at * 32, at * 32 + 32));
    const full = await site.get("/log/tile/0/000");
    assert.equal(full.headers.get("cache-control"), "public, max-age=31536000, immutable");
    assert.equal(full.headers.get("content-type"), "application/octet-stream");
    const leaves = [...hashes(await tile("0/000")), ...hashes(await tile("0/001.p/44"))];
    const { root } = checkpointOf(await (await site.get("/log/checkpoint")).text());
    assert.ok(rootOf(leaves).equals(root));
    assert.ok(rootOf(leaves.slice(0, 256)).equals(await tile("1/000.p/1")));
    const bundle = await tile("entries/001.p/44");
    const length = bundle.readUInt16BE(0);
    const entry = bundle.subarray(2, 2 + length);
    assert.ok(leafHash(entry).equals(leaves[256] as Buffer));
    assert.equal(JSON.parse(entry.toString("utf8")).change, "added");
  });

  for (const address of ["0/001", "0/001.p/45", "1/000.p/2", "2/000", "0/000.p/256", "x", "0/0"]) {
    it(`has no tile ${address}`, async () => {
      assert.equal((await site.get(`/log/tile/${address}`)).status, 404);
    });
  }

  it("leads from every statement to its proof, and from the proof to the root", async () => {
    const html = await (await site.get(`/s/${id}@1`)).text();
    assert.ok(html.includes(`href="/s/${id}@1/proof"`));
    const proof = await site.json<Proof>(`/s/${id}@1/proof.json`);
    assert.equal(JSON.parse(proof.entry).statement, id);
    const { size, root } = checkpointOf(proof.checkpoint);
    const path = proof.path.map((hash) => Buffer.from(hash, "base64"));
    const leaf = leafHash(Buffer.from(proof.entry));
    assert.ok(rootByInclusion(leaf, proof.index, size, path)?.equals(root));
    const [head, extra, index] = (await (await site.get(`/s/${id}@1/proof.txt`)).text()).split(
      "\n",
    );
    assert.deepEqual(
      [head, extra, index],
      [
        "c2sp.org/tlog-proof@v1",
        `extra ${Buffer.from(proof.entry).toString("base64")}`,
        `index ${proof.index}`,
      ],
    );
    assert.match(await (await site.get(`/s/${id}@1/proof`)).text(), /Entry \d+ of 300/);
  });

  for (const name of ["ID@2", "ID@0", "0000000000@1", "nothing@1"]) {
    it(`has no proof of ${name}`, async () => {
      assert.equal((await site.get(`/s/${name.replace("ID", id)}/proof`)).status, 404);
    });
  }

  it("explains itself with checkpoint and key", async () => {
    const html = await (await site.get("/proof")).text();
    assert.ok(html.includes(key.verifierKey));
    assert.ok(html.includes("300 entries"));
  });

  it("goes on proving a wording whose words are gone", async () => {
    const options = { at: "2024-05-07T00:00:00Z", dryRun: false };
    const request = { id, reason: "A name.", keepText: false };
    await withdrawStatement(archive.store, request, options);
    assert.equal((await site.get(`/s/${id}`)).status, 410);
    const proof = await site.json<Proof>(`/s/${id}@1/proof.json`);
    assert.equal(checkpointOf(proof.checkpoint).size, 301);
    assert.doesNotMatch(proof.entry, /Said/);
  });
});

describe("a site without a key", () => {
  it("gives the checkpoint unsigned, under its own address", async () => {
    const archive = await openTestArchive();
    const site = await startSite(archive.path);
    const text = await (await site.get("/log/checkpoint")).text();
    const origin = `${site.url.replace("http://", "")}/log`;
    assert.equal(text, `${origin}\n0\n${EMPTY_ROOT.toString("base64")}\n`);
    assert.match(await (await site.get("/proof")).text(), /It is not signed/);
    await site.close();
    await archive.close();
  });
});
