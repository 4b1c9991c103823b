import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { WARCParser } from "warcio";
import { withdrawStatement } from "../../src/publishing/withdraw-statement.ts";
import { ACT } from "../publishing/support.ts";
import { openTestArchive, type TestArchive } from "../support/archive.ts";
import { exportTarget, exportTo, filesIn, SITE_URL, textOf } from "./support.ts";

interface ReadRecord {
  type: string | null;
  uri: string | null;
  status: string | number | null;
  location: string | null;
  payload: Buffer;
  payloadDigest: string | null;
  length: number;
}

describe("the web archive of an export", () => {
  const target = exportTarget();
  const { folder } = target;
  const file = join(folder, "archive.warc.gz");
  let archive: TestArchive;
  let gone: string;
  let records: ReadRecord[];

  before(async () => {
    archive = await openTestArchive({
      "a.txt":
        "date 2023-01-27 Ձայն – the road\r\n\r\nWARC/1.1\r\nContent-Length: 3\r\n\r\nis closed.\n",
      "b.txt": "date 2023-02-28 The ferry is closed.\n",
    });
    const { entries } = await archive.import({});
    gone = entries[1]?.id as string;
    await withdrawStatement(archive.store, { id: gone, reason: "Not ours.", keepText: false }, ACT);
    await exportTo(archive.store, folder, { warc: true });
    records = await readRecords(file);
  });
  after(async () => {
    await archive.close();
    target.remove();
  });

  const answerAt = (address: string) =>
    records.find(({ type, uri }) => type === "response" && uri === SITE_URL + address);

  test("is read by a standard reader, from what says who wrote it to the last answer", () => {
    assert.equal(records[0]?.type, "warcinfo");
    assert.match(
      String(records[0]?.payload),
      /^software: Dateline\r\nformat: WARC File Format 1\.1\r\n/,
    );
    const answers = records.slice(1);
    assert.ok(answers.length > 30);
    for (const { type, uri } of answers) {
      assert.equal(type, "response");
      assert.ok(uri?.startsWith(`${SITE_URL}/`), String(uri));
    }
    assert.equal(new Set(answers.map(({ uri }) => uri)).size, answers.length);
  });

  test("names the digest and the length of every answer", () => {
    for (const { uri, payload, payloadDigest, length } of records.slice(1)) {
      const digest = createHash("sha256").update(payload).digest("hex");
      assert.equal(payloadDigest, `sha256:${digest}`, String(uri));
      assert.equal(payload.length, length, String(uri));
    }
  });

  test("has pages as the site gives them, with their data, redirections and withdrawals", () => {
    const page = String(answerAt("/2023/01/27")?.payload);
    assert.match(page, /<link rel="stylesheet" href="\/site\.css">/);
    const data = filesIn(folder).find((name) => /^2023\/01\/27\/[^/]+\.txt$/.test(name)) as string;
    assert.equal(String(answerAt(`/${data}`)?.payload), textOf(folder, data));
    const [short] = data.match(/[^-]{10}(?=\.txt$)/) as [string];
    assert.equal(answerAt(`/s/${short}`)?.location, `/${data.replace(".txt", "")}`);
    assert.equal(Number(answerAt(`/s/${gone}`)?.status), 410);
    assert.equal(answerAt("/statements.json?limit=all")?.status, 200);
  });

  test("is compressed record by record", () => {
    const bytes = readFileSync(file);
    const members = bytes.toString("latin1").split("\x1f\x8b\x08").length - 1;
    assert.ok(members >= records.length);
    const text = gunzipSync(bytes).toString("latin1");
    assert.equal(text.match(/^WARC\/1\.1\r\nWARC-Type: /gm)?.length, records.length);
  });

  test("stays as it is while the site does, is made anew with it, and goes when it is not asked for", async () => {
    const before = await readRecords(file);
    const again = await exportTo(archive.store, folder, { warc: true });
    assert.equal(again.written, 0);
    assert.deepEqual(await readRecords(file), before);
    await archive.import({ "c.txt": "date 2023-03-01 The bridge is open.\n" });
    await exportTo(archive.store, folder, { warc: true });
    const now = await readRecords(file);
    assert.ok(now.some(({ uri }) => uri === `${SITE_URL}/2023/03/01`));
    await exportTo(archive.store, folder);
    assert.ok(!filesIn(folder).includes("archive.warc.gz"));
  });
});

async function readRecords(path: string): Promise<ReadRecord[]> {
  const records: ReadRecord[] = [];
  for await (const record of new WARCParser(createReadStream(path))) {
    const payload = Buffer.from(await record.readFully(true));
    records.push({
      type: record.warcType ?? null,
      uri: record.warcTargetURI ?? null,
      status: record.httpHeaders?.statusCode ?? null,
      location: record.httpHeaders?.headers.get("location") ?? null,
      payload,
      payloadDigest: record.warcPayloadDigest ?? null,
      length: Number(record.httpHeaders?.headers.get("content-length") ?? payload.length),
    });
  }
  return records;
}
