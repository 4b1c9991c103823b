import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe } from "node:test";
import { promisify } from "node:util";
import { openDatabase } from "../../src/store/sqlite/driver.ts";
import { openTestArchive, type TestArchive } from "../support/archive.ts";
import { debianTest } from "../support/debian.ts";
import { EXAMPLE_FILES } from "../support/example-files.ts";
import { startSite, type TestSite } from "../support/site.ts";

const run = promisify(execFile);

const FEEDPARSER = `
import feedparser, json, sys
first = feedparser.parse(sys.argv[1])
by_tag = feedparser.parse(sys.argv[1], etag=first.etag)
by_date = feedparser.parse(sys.argv[1], modified=first.modified)
json.dump({
  "wrong": bool(first.bozo), "version": first.version, "title": first.feed.title,
  "entries": [[e.id, e.title, e.published, e.updated, e.content[0].value] for e in first.entries],
  "again": [by_tag.status, len(by_tag.entries), by_date.status, len(by_date.entries)],
}, sys.stdout)
`;

describe("readers that others wrote", () => {
  let archive: TestArchive;
  let site: TestSite;
  let folder: string;
  before(async () => {
    archive = await openTestArchive(EXAMPLE_FILES);
    await archive.import({ "1.txt": `${EXAMPLE_FILES["1.txt"]} It was said again.` });
    site = await startSite(archive.path);
    folder = await mkdtemp(path.join(tmpdir(), "dateline-readers-"));
  });
  after(async () => {
    await site.close();
    await archive.close();
    await rm(folder, { recursive: true, force: true });
  });

  debianTest(
    "python3-feedparser",
    "feedparser reads Atom and RSS alike, and on a second fetch sees nothing new",
    async () => {
      for (const [format, version] of [
        ["atom", "atom10"],
        ["rss", "rss20"],
      ]) {
        const address = `${site.url}/statements.${format}`;
        const { stdout } = await run("/usr/bin/python3", ["-c", FEEDPARSER, address]);
        const read = JSON.parse(stdout);
        assert.equal(read.wrong, false);
        assert.equal(read.version, version);
        assert.equal(read.title, "Statements – Test archive");
        assert.equal(read.entries.length, 4);
        const [id, title, published, updated, words] = read.entries[0];
        assert.match(id, /^http:\/\/127\.0\.0\.1:\d+\/s\/[0-9a-z]{10}$/);
        assert.equal(title, "The road was closed this morning");
        assert.equal(new Date(published).toISOString(), "2024-05-06T07:08:09.000Z");
        assert.equal(updated, "2024-05-06T07:08:09Z");
        assert.match(words, /<p>Nobody was hurt. It was said again\.<\/p>/);
        assert.deepEqual(read.again, [304, 0, 304, 0]);
      }
    },
  );

  debianTest("sfeed", "sfeed reads Atom and RSS, and the same in both", async () => {
    const rows: string[] = [];
    for (const format of ["atom", "rss"]) {
      const file = path.join(folder, format);
      await writeFile(file, await (await site.get(`/statements.${format}`)).text());
      const { stdout } = await run("sh", ["-c", 'sfeed < "$0"', file]);
      rows.push(stdout);
    }
    assert.equal(rows[0], rows[1]);
    const [first = ""] = (rows[0] ?? "").split("\n");
    const [time, title, link, , , id] = first.split("\t");
    assert.equal(time, String(Date.parse("2024-05-06T07:08:09Z") / 1000));
    assert.equal(title, "The road was closed this morning");
    assert.match(link ?? "", /\/2022\/12\/12\/the-road-was-closed/);
    assert.match(id ?? "", /\/s\/[0-9a-z]{10}$/);
  });

  debianTest("newsboat", "newsboat keeps each entry once, however often it asks", async () => {
    const urls = path.join(folder, "urls");
    const cache = path.join(folder, "cache.db");
    const lists = ["statements.atom", "statements.rss", "changes.atom"];
    await writeFile(urls, lists.map((list) => `${site.url}/${list}\n`).join(""));
    const reload = () =>
      run("newsboat", ["-u", urls, "-c", cache, "-C", "/dev/null", "-x", "reload"], {
        env: { ...process.env, HOME: folder },
      });
    await reload();
    const first = itemsIn(cache);
    assert.equal(first.length, 5);
    assert.equal(new Set(first.map(({ guid }) => guid)).size, 5);
    assert.ok(first.some(({ title }) => title === "On the *ferry*"));
    await reload();
    assert.deepEqual(itemsIn(cache), first);
  });
});

function itemsIn(cache: string): { guid: string; title: string }[] {
  const database = openDatabase(cache, { readonly: true });
  const items = database.prepare("SELECT guid, title, content FROM rss_item ORDER BY guid").all();
  database.close();
  return items as { guid: string; title: string }[];
}
