import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { isBag } from "../../src/bags/is-bag.ts";
import { importFolders } from "../../src/import/import-folders.ts";
import { withdrawStatement } from "../../src/publishing/withdraw-statement.ts";
import type { Store } from "../../src/store/store.ts";
import { openTestArchive, type TestArchive } from "../support/archive.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { expectValidBag, filesUnder } from "./rfc-8493.ts";
import { baggedArchive, bagOf, imported, type Lived, onEmpty } from "./support.ts";

const COMMANDS = join(import.meta.dirname, "../../scripts");

/** Answers in full, without what tells the time of the answer. */
async function answered(site: TestSite, address: string) {
  const response = await site.get(address);
  const { status, headers } = response;
  const said = ["location", "content-type", "last-modified", "link"].map((name) =>
    headers.get(name),
  );
  const body = (await response.text()).replaceAll(site.url, "").replace(/<responseDate>[^<]*/g, "");
  const strip = (text: string | null) => text?.replaceAll(site.url, "") ?? null;
  return { status, said: said.map(strip), body };
}

describe("a bag of an archive", () => {
  let archive: TestArchive;
  let ids: Lived;
  let bag: string;

  before(async () => {
    ({ archive, ids, bag } = await baggedArchive());
  });
  after(() => archive.close());

  it("is a bag by every clause of RFC 8493, and by sha256sum", () => {
    expectValidBag(bag);
    for (const name of ["manifest-sha256.txt", "tagmanifest-sha256.txt"]) {
      execFileSync("sha256sum", ["--check", "--strict", "--quiet", name], { cwd: bag });
    }
  });

  it("holds the bytes of every source file that readers may know of, and the pages", () => {
    const files = filesUnder(bag, "data/statements");
    const at = (id: string, n: number | string, day: string) => `data/statements/${day}/${id}@${n}`;
    const day = "2023/01/27";
    assert.ok(files.includes(`${at(ids.plain, 1, day)}.txt`), files.join("\n"));
    assert.ok(files.includes(`${at(ids.plain, "1-2", day)}.txt`));
    assert.ok(files.includes(`${at(ids.redated, 2, "2022/12/31")}.txt`));
    assert.ok(files.includes(`${at(ids.markdown, 1, "2023/01/28")}.md`));
    // Its bytes were taken away with it, and came back with the file.
    assert.ok(files.includes(`${at(ids.restored, 1, day)}.txt`));
    const bytes = readFileSync(join(bag, `${at(ids.revised, 1, day)}.txt`), "utf8");
    assert.equal(bytes, "date 2023-01-27 The revised words were given on that day.\r\n");
    assert.ok(existsSync(join(bag, "data/site/index.html")));
  });

  it("holds no word that was withdrawn or hidden", () => {
    const all = filesUnder(bag, "data").map((name) => readFileSync(join(bag, name), "utf8"));
    for (const word of ["erased words", "hidden words"]) {
      assert.deepEqual(
        all.filter((text) => text.includes(word)),
        [],
      );
    }
  });

  it("gives an empty archive the same addresses, revisions, withdrawals, notes, instants and log", () =>
    onEmpty(async (store) => {
      const report = await imported(store, bag);
      assert.deepEqual([report.added, report.unchanged, report.gone], [9, 0, 2]);
      const [one, other] = [await startSite(archive.store), await startSite(store)];
      for (const address of await addressesOf(archive.store, one, ids)) {
        assert.deepEqual(await answered(other, address), await answered(one, address), address);
      }
      await one.close();
      await other.close();
      const { root, size } = await store.logHead();
      assert.deepEqual({ root, size }, await archive.store.logHead());
      assert.deepEqual(await store.runs(), await archive.store.runs());
    }));

  it("is known again: the folder it came from changes nothing, nor does the bag a second time", () =>
    onEmpty(async (store) => {
      await imported(store, bag);
      const before = await store.summary();
      const { added, unchanged } = await imported(store, bag);
      assert.deepEqual([added, unchanged], [0, 9]);
      const options = { dryRun: false, sample: false, dateFromName: false, language: "en" };
      const report = await importFolders(store, [{ path: archive.folder, source: null }], {
        ...options,
        at: "2026-02-02T00:00:00Z",
        maxFileBytes: 1_000_000,
      });
      assert.equal(report.unchanged, report.files);
      assert.deepEqual(await store.summary(), before);
    }));

  it("changes nothing in the archive that it was made of", async () => {
    const before = await archive.store.summary();
    const { added, unchanged } = await imported(archive.store, bag);
    assert.deepEqual([added, unchanged], [0, 9]);
    assert.deepEqual(await archive.store.summary(), before);
  });

  it("comes beside other statements, and takes the place of the sample", () =>
    onEmpty(async (store) => {
      const other = await openTestArchive({ "own.txt": "date 2023-01-27 Its own words.\n" });
      await imported(other.store, bag);
      assert.equal((await other.store.summary()).total, 8);
      await other.close();
      await importFolders(store, [{ path: archive.folder, source: "sample" }], {
        at: "2024-01-01T00:00:00Z",
        dryRun: false,
        sample: true,
        dateFromName: false,
        language: "en",
        maxFileBytes: 1_000_000,
      });
      await imported(store, bag);
      const { total, sample } = await store.summary();
      assert.deepEqual([total, sample], [7, false]);
    }));

  it("is exported and imported by the commands, dry first, and a site serves it", () => {
    const root = dirname(archive.path);
    const database = join(root, "restored.db");
    const run = (command: string, path: string, ...words: string[]) => {
      const env = {
        ...process.env,
        DATELINE_DATABASE: path,
        DATELINE_SITE_URL: "https://a.example",
      };
      return spawnSync(process.execPath, [join(COMMANDS, `${command}.js`), ...words], {
        env,
        encoding: "utf8",
      });
    };
    const made = join(root, "made");
    const exported = run("export", archive.path, made, "--bagit", "--json");
    assert.equal(exported.status, 0, exported.stderr);
    expectValidBag(made);
    assert.equal(run("import", database, made, "--dry-run").status, 0);
    assert.equal(existsSync(database), false);
    const { stdout, status } = run("import", database, made, "--json");
    assert.deepEqual([status, JSON.parse(stdout).added], [0, 9]);
    assert.equal(run("import", database, made, archive.folder).status, 2);
    assert.equal(run("export", archive.path, made).status, 2);
    assert.match(run("import", database, made).stdout, /added {6}0[\s\S]*unchanged {2}9/);
  });

  it("that is made again has what changed since, and loses what was withdrawn", async () => {
    const own = await openTestArchive({
      "a.txt": "date 2023-01-27 The apple words.\n",
      "b.txt": "date 2023-01-28 The birch words.\n",
    });
    const again = join(dirname(own.path), "again");
    await bagOf(own.store, again);
    const same = await bagOf(own.store, again);
    assert.equal(same.written, 0);
    const [a] = (await own.import({})).entries;
    const request = { id: a?.id as string, reason: "Wrong.", keepText: false };
    await withdrawStatement(own.store, request, { at: "2024-06-01T00:00:00Z" });
    await own.import({ "c.txt": "date 2023-01-29 The cherry words.\n" });
    await bagOf(own.store, again);
    expectValidBag(again);
    const all = filesUnder(again, "data").map((name) => readFileSync(join(again, name), "utf8"));
    assert.ok(!all.some((text) => text.includes("apple words")));
    assert.ok(all.some((text) => text.includes("cherry words")));
    await onEmpty((store) => imported(store, again));
    await own.close();
  });

  it("whose making failed at the start is completed by the next export", async () => {
    const made = join(dirname(archive.path), "failed");
    const failing = { ...archive.store, summary: () => Promise.reject(new Error("no archive")) };
    await assert.rejects(bagOf(failing, made), /no archive/);
    assert.ok(isBag(made));
    await bagOf(archive.store, made);
    expectValidBag(made);
  });

  it("whose making was broken off is a bag still, and refused", () =>
    onEmpty(async (store) => {
      const broken = join(dirname(archive.path), "broken");
      await bagOf(archive.store, broken);
      rmSync(join(broken, "tagmanifest-sha256.txt"));
      assert.ok(isBag(broken));
      await assert.rejects(imported(store, broken), /tagmanifest-sha256\.txt: it is missing/);
    }));

  it("that lies in a folder of statements is skipped by name, and no wording in it becomes a statement", async () => {
    const own = await openTestArchive({ "a.txt": "date 2023-01-28 Its own.\n" });
    await bagOf(archive.store, join(own.folder, "bags/one"));
    const { entries } = await own.import({});
    assert.deepEqual(
      entries.map(({ file, outcome }) => [file, outcome]),
      [
        ["a.txt", "unchanged"],
        ["bags/one", "skipped"],
      ],
    );
    await own.close();
  });

  it("is not what a folder of statements is that holds a file bagit.txt", async () => {
    const own = await openTestArchive({
      "bagit.txt": "date 2023-01-27 A statement about bags.\n",
      "data/a.txt": "date 2023-01-28 Another.\n",
    });
    assert.equal(isBag(own.folder), false);
    assert.equal((await own.store.summary()).total, 2);
    await own.close();
  });
});

/** Every address of every statement, former ones too, and lists, feeds and harvests of all. */
async function addressesOf(store: Store, site: TestSite, ids: Lived): Promise<string[]> {
  const addresses = [
    "/",
    "/about.json",
    "/2023",
    "/2022/12/31",
    "/2023/01/27",
    "/2023/02/02",
    "/statements.json?limit=all",
    "/statements.csv",
    "/statements.json?q=words&agency=&sort=relevance",
    "/statements?tag=a",
    "/changes.json",
    "/changes.atom",
    "/statements.atom",
    "/oai?verb=ListRecords&metadataPrefix=oai_dc",
    "/sitemap.xml",
    `/2023/01/27/the-redated-words-were-given-on-that-day-${ids.redated}`,
  ];
  for (const id of Object.values(ids)) {
    const short = await site.get(`/s/${id}`);
    const permalink = short.headers.get("location");
    addresses.push(
      `/s/${id}`,
      `/s/${id}@1`,
      `/s/${id}@2`,
      `/s/${id}@3`,
      `/s/${id}/compare?from=1&to=2`,
    );
    if (permalink)
      addresses.push(permalink, `${permalink}.json`, `${permalink}.txt`, `${permalink}.bib`);
  }
  const { statements } = await store.list({
    query: null,
    filter: { from: null, to: null, agency: null, place: null, language: null, tag: null },
    order: "oldest",
    after: null,
    limit: 3,
  });
  return [...addresses, ...statements.map(({ id }) => `/s/${id}.json`)];
}
