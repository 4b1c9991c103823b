import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import type { ArchiveFault } from "../../src/errors.ts";
import { openDatabase } from "../../src/store/sqlite/driver.ts";
import { readMigrations } from "../../src/store/sqlite/migrations.ts";
import { openTestArchive, type TestArchive } from "../support/archive.ts";
import { EXAMPLE_FILES } from "../support/example-files.ts";
import { startSite, type TestSite } from "../support/site.ts";

const LOCK = path.join(import.meta.dirname, "lock-child.js");

/** Longer than the site needs to notice anything. */
const PATIENCE = 10_000;

let archive: TestArchive;
let site: TestSite;
let good: string;
let pages: string[];

before(async () => {
  archive = await openTestArchive(EXAMPLE_FILES);
  await archive.store.close();
  good = `${archive.path}.good`;
  copyFileSync(archive.path, good);
  site = await startSite(archive.path);
  const { statements } = await site.json<{ statements: { id: string; permalink: string }[] }>(
    "/statements.json",
  );
  const [{ id, permalink }] = statements as [{ id: string; permalink: string }];
  pages = [
    ...["/", "/about", "/changes", "/statements", "/2023", "/2023/01", "/2023/01/27", permalink],
    ...[`${permalink}.json`, `/s/${id}`, `/s/${id}@1`, `/s/${id}.txt`, "/check?quote=noon"],
    ...["/statements.json", "/statements.csv", "/statements.atom", "/statements?q=ferry"],
    ...["/sitemap.xml", "/oai?verb=Identify"],
  ];
});

after(async () => {
  await site.close();
  await archive.close();
});

type Health = { status: string; fault?: ArchiveFault; reason?: string };

async function healthWhere(holds: (health: Health) => boolean): Promise<Health> {
  const began = performance.now();
  for (;;) {
    const health = (await (await site.get("/healthz")).json()) as Health;
    if (holds(health)) return health;
    if (performance.now() - began > PATIENCE) return health;
    await wait(50);
  }
}

async function expectServed(): Promise<void> {
  assert.equal((await healthWhere(({ status }) => status === "ok")).status, "ok");
  for (const page of pages) {
    const { status } = await site.get(page);
    assert.ok(status === 200 || status === 302, `${page}: ${status}`);
  }
}

/** Every address says 503 in its own form, in plain words and without the machine's insides; what needs no archive is there. */
async function expectUnavailable(): Promise<void> {
  for (const page of pages) {
    const response = await site.get(page);
    const body = await response.text();
    assert.equal(response.status, 503, page);
    assert.equal(response.headers.get("retry-after"), "10", page);
    assert.equal(response.headers.get("cache-control"), "no-store", page);
    for (const inside of [path.dirname(archive.path), "archive.db", "SQLITE", ".js:"])
      assert.ok(!body.includes(inside), `${page}: ${inside}`);
  }
  const page = await (await site.get("/statements")).text();
  assert.match(page, /<h1>The archive cannot be read just now<\/h1>/);
  assert.match(page, /href="\/site\.css"/);
  const search = await (await site.get("/statements?q=open+bridge&from=2023")).text();
  assert.match(search, /id="q"[^>]*value="open bridge"/);
  assert.match(search, /name="from"[^>]*value="2023"/);
  assert.equal((await site.get("/site.css")).status, 200);
  assert.equal((await site.get("/robots.txt")).status, 200);
}

function putAside(): void {
  renameSync(archive.path, `${archive.path}.aside`);
}

function putBack(): void {
  rmSync(archive.path, { recursive: true, force: true });
  renameSync(`${archive.path}.aside`, archive.path);
}

function replaced(make: (file: string) => void): () => void {
  return () => {
    putAside();
    make(archive.path);
  };
}

function changed(sql: string): (file: string) => void {
  return (file) => {
    const database = openDatabase(file);
    database.exec(sql);
    database.close();
  };
}

const copyOver = () => copyFileSync(good, archive.path);
const noise = Buffer.alloc(400_000, "no archive ");
const schema = readMigrations().length;

const CASES: [name: string, fault: ArchiveFault, spoil: () => void, mend: () => void][] = [
  ["deleted", "missing", putAside, putBack],
  ["replaced by an empty file", "missing", replaced((file) => writeFileSync(file, "")), putBack],
  ["replaced by garbage", "foreign", replaced((file) => writeFileSync(file, noise)), putBack],
  ["replaced by a folder", "foreign", replaced((file) => mkdirSync(file)), putBack],
  [
    "replaced by a pipe",
    "foreign",
    replaced((file) => void execFileSync("mkfifo", [file])),
    putBack,
  ],
  [
    "replaced by another program's database",
    "foreign",
    replaced(changed("CREATE TABLE letters (a)")),
    putBack,
  ],
  [
    "replaced by an archive of a later release",
    "later",
    replaced((file) => {
      copyFileSync(good, file);
      changed("PRAGMA user_version = 4711")(file);
    }),
    putBack,
  ],
  [
    "upgraded by a later release while it is served",
    "later",
    () => changed("PRAGMA user_version = 4711")(archive.path),
    () => changed(`PRAGMA user_version = ${schema}`)(archive.path),
  ],
  [
    "replaced by one that must first be upgraded",
    "earlier",
    replaced((file) => {
      copyFileSync(good, file);
      changed(`PRAGMA user_version = ${schema - 1}`)(file);
    }),
    putBack,
  ],
  ["cut off", "damaged", () => truncateSync(archive.path, 100_000), copyOver],
  ["cut off to nothing", "missing", () => truncateSync(archive.path, 0), copyOver],
];

describe("an archive that is served", () => {
  for (const [name, fault, spoil, mend] of CASES) {
    it(`and is ${name} is a 503 that /healthz explains, until it is whole again`, async () => {
      await expectServed();
      spoil();
      assert.equal((await healthWhere((health) => health.fault === fault)).fault, fault);
      await expectUnavailable();
      mend();
      await expectServed();
    });
  }

  it("and is overwritten with garbage is a 503, until it is copied back", async () => {
    await expectServed();
    writeFileSync(archive.path, noise);
    const { fault } = await healthWhere((health) => health.status !== "ok");
    assert.ok(fault === "foreign" || fault === "damaged", fault);
    await expectUnavailable();
    copyOver();
    await expectServed();
  });

  it("and may not be read any longer is a 503, until it may", async () => {
    await expectServed();
    const folder = path.dirname(archive.path);
    const isRoot = process.geteuid?.() === 0;
    chmodSync(folder, 0);
    if (isRoot) process.seteuid?.(65_534);
    try {
      assert.equal((await healthWhere((health) => health.fault === "denied")).fault, "denied");
      await expectUnavailable();
    } finally {
      if (isRoot) process.seteuid?.(0);
      chmodSync(folder, 0o700);
    }
    await expectServed();
  });

  it("and is locked by another process is a 503 that keeps nobody waiting for long, until it is free", async () => {
    const other = path.join(path.dirname(archive.path), "locked.db");
    copyFileSync(good, other);
    const child = await locked(other);
    const served = site;
    site = await startSite(other);
    try {
      assert.equal((await healthWhere((health) => health.fault === "locked")).fault, "locked");
      await expectUnavailable();
      child.kill("SIGKILL");
      await once(child, "close");
      await expectServed();
    } finally {
      child.kill("SIGKILL");
      await site.close();
      site = served;
    }
  });

  it("and has damaged pages is served as far as it can be read, and /healthz says that it is damaged", async () => {
    await expectServed();
    const [id] = pages.filter((page) => /^\/s\/\w+$/.test(page));
    damageTable("source");
    const health = await healthWhere(() => true);
    assert.equal(health.status, "ok", "nobody has met the damage yet");
    await wait(1_100);
    assert.equal((await site.get(`${id}@1`)).status, 503);
    assert.equal((await healthWhere((told) => told.fault === "damaged")).fault, "damaged");
    assert.equal((await site.get("/statements.json")).status, 200);
    copyOver();
    await expectServed();
  });
});

async function locked(file: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [LOCK, file], { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout as NodeJS.ReadableStream, "data");
  return child;
}

/** Overwrites the first page of that table, by another way than SQLite's. */
function damageTable(name: string): void {
  const copy = `${archive.path}.damaged`;
  copyFileSync(good, copy);
  const database = openDatabase(copy);
  const sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?";
  const page = database.prepare(sql).pluck().get(name) as number;
  const size = database.pragma("page_size", { simple: true }) as number;
  database.close();
  execFileSync("dd", [
    "if=/dev/urandom",
    `of=${copy}`,
    `bs=${size}`,
    `seek=${page - 1}`,
    "count=1",
    "conv=notrunc",
    "status=none",
  ]);
  copyFileSync(copy, archive.path);
}
