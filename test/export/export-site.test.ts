import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { makeDownload } from "../../src/downloads/make-download.ts";
import type { ExportReport } from "../../src/export/export-site.ts";
import { correctStatement } from "../../src/publishing/correct-statement.ts";
import { withdrawStatement } from "../../src/publishing/withdraw-statement.ts";
import { ACT, givenFile } from "../publishing/support.ts";
import { openTestArchive, type TestArchive } from "../support/archive.ts";
import { brokenLinks, exportTarget, exportTo, filesIn, SITE_URL, textOf } from "./support.ts";

/** More than one page of a day, a month and the list. */
const MANY = 51;

describe("the site as files", () => {
  const target = exportTarget();
  const { folder } = target;
  let archive: TestArchive;
  let first: ExportReport;
  let corrected: string;
  let gone: string;

  before(async () => {
    archive = await openTestArchive({
      "a.txt": "date 2023-01-27 BAKU, January 27 – TASS. The road is closed.\n",
      "b.txt": "date 2023-02-28 The ferry is closed.\n",
      ...Object.fromEntries(
        Array.from({ length: MANY }, (_, at) => [
          `many/${at}.txt`,
          `date 2024-02-29 Notice number ${at} of this day.\n`,
        ]),
      ),
    });
    const { entries } = await archive.import({});
    [gone, corrected] = entries.map(({ id }) => id as string) as [string, string];
    const ferry = await givenFile(archive, "ferry.txt", "date 2023-03-03 The ferry is open.\n");
    await correctStatement(archive.store, { id: corrected, file: ferry, note: "A slip." }, ACT);
    const reason = 'Not <b>ours</b> & "wrong".';
    await withdrawStatement(archive.store, { id: gone, reason, keepText: false }, ACT);
    first = await exportTo(archive.store, folder);
  });
  after(async () => {
    await archive.close();
    target.remove();
  });

  test("links from file to file, and to nothing that is not there", () => {
    assert.deepEqual(brokenLinks(folder), []);
    assert.match(textOf(folder, "index.html"), /href="2024\/02\/29\/index\.html"/);
  });

  test("has names that every file system takes", () => {
    for (const file of filesIn(folder)) {
      assert.match(file, /^(?:[a-z0-9](?:[a-z0-9@._-]*[a-z0-9@])?\/?)+$/);
    }
  });

  test("offers nothing that needs the server", () => {
    for (const file of filesIn(folder).filter((name) => name.endsWith(".html"))) {
      assert.doesNotMatch(
        textOf(folder, file),
        /data-served|"\/statements|href="[^"]*(?:check(?!point)|download|developers)/,
      );
      assert.doesNotMatch(
        textOf(folder, file),
        /<form(?! action="(?:\.\.\/)*(?:search\/)?index\.html")/,
      );
    }
  });

  test("goes through the pages of a long list, month and day", () => {
    const files = filesIn(folder);
    for (const list of ["statements", "2024/02", "2024/02/29"]) {
      const pages = files.filter((name) => name.startsWith(`${list}/after-`));
      assert.equal(pages.length, 1, list);
    }
    assert.equal(JSON.parse(textOf(folder, "statements.json")).statements.length, MANY + 1);
  });

  test("says what the log proves, with its checkpoint and the program that checks a download", async () => {
    const page = textOf(folder, "proof/index.html");
    assert.match(page, /href="\.\.\/verify-export\.mjs" download/);
    assert.match(page, /href="\.\.\/log\/checkpoint"/);
    assert.doesNotMatch(page, /Provenance|Download the archive/);
    assert.match(textOf(folder, "index.html"), /href="proof\/index\.html"/);
    const files = join(folder, "../downloads");
    mkdirSync(files);
    await makeDownload(archive.path, files);
    const made = join(files, readdirSync(files)[0] as string);
    const words = [join(made, "archive.jsonl"), join(made, "log.jsonl"), "--checkpoint"];
    const program = [join(folder, "verify-export.mjs"), ...words, join(folder, "log/checkpoint")];
    const { status, stdout } = spawnSync(process.execPath, program, { encoding: "utf8" });
    assert.equal(status, 0, stdout);
    assert.match(stdout, /All agrees/);
  });

  test("has feeds that are whole as far as they go", () => {
    assert.match(textOf(folder, "statements.atom"), /<link rel="self"/);
    for (const feed of ["statements.atom", "statements.rss"]) {
      assert.doesNotMatch(textOf(folder, feed), /before=|rel="next"/);
    }
    const { items, next_url } = JSON.parse(textOf(folder, "statements.feed.json"));
    assert.deepEqual([items.length > 0, next_url], [true, undefined]);
  });

  test("has a page at every address that a statement ever had", () => {
    const present = `2023/03/03/the-ferry-is-closed-${corrected}/index.html`;
    assert.match(
      textOf(folder, present),
      new RegExp(`rel="canonical" href="${SITE_URL}/2023/03/03/`),
    );
    for (const earlier of [`2023/02/28/the-ferry-is-closed-${corrected}`, `s/${corrected}`]) {
      const moved = textOf(folder, `${earlier}/index.html`);
      assert.ok(moved.includes(`<link rel="canonical" href="${SITE_URL}/2023/03/03/`), moved);
      assert.match(
        moved,
        /http-equiv="refresh" content="0; url=(?:\.\.\/)+(?:2023\/)?03\/03\/[^"]+\/index\.html"/,
      );
    }
    assert.match(textOf(folder, `s/${corrected}@1/index.html`), /The ferry is closed\./);
    assert.match(textOf(folder, `s/${corrected}/compare/from-1-to-2/index.html`), /<del>/);
    assert.equal(textOf(folder, `s/${corrected}@1.txt`), "The ferry is closed.");
  });

  test("says of a statement that was taken away why it is not there", () => {
    for (const address of [`s/${gone}`, `2023/01/27/${gone}`]) {
      assert.match(
        textOf(folder, `${address}/index.html`),
        /Not &lt;b&gt;ours&lt;\/b&gt; &amp; "wrong"\./,
      );
    }
  });

  test("is as before after another export, which writes nothing", async () => {
    const again = await exportTo(archive.store, folder);
    assert.deepEqual([again.written, again.removed], [0, 0]);
    assert.equal(again.unchanged, first.written);
  });

  test("keeps the addresses of what is taken away after it was exported, without its words", async () => {
    const address = `2023/03/03/the-ferry-is-closed-${corrected}`;
    assert.ok(filesIn(folder).includes(`${address}.json`));
    const act = { id: corrected, reason: "Not ours either.", keepText: false };
    await withdrawStatement(archive.store, act, { ...ACT, at: "2024-06-07T08:09:10Z" });
    const { removed } = await exportTo(archive.store, folder);
    for (const page of [
      address,
      `2023/02/28/the-ferry-is-closed-${corrected}`,
      `s/${corrected}@1`,
    ]) {
      assert.match(textOf(folder, `${page}/index.html`), /Not ours either\./, page);
    }
    assert.ok(removed > 0);
    assert.ok(!filesIn(folder).includes(`${address}.json`));
    for (const file of filesIn(folder))
      assert.doesNotMatch(textOf(folder, file), /The ferry is open/);
    assert.deepEqual(brokenLinks(folder), []);
  });

  test("shows one state of an archive that changes while it is exported", async () => {
    const { total } = await archive.store.summary();
    let importing: Promise<unknown> | undefined;
    const { statements } = await exportTo(archive.store, folder, {
      onProgress: () => {
        importing ??= archive.import({ "new.txt": "date 2023-01-01 The first of all.\n" });
      },
    });
    await importing;
    assert.equal(statements, total + 1);
    assert.ok(filesIn(folder).some((file) => file.startsWith("2023/01/01/the-first-of-all-")));
    assert.match(textOf(folder, "index.html"), new RegExp(`${total + 1} statements`));
    assert.deepEqual(brokenLinks(folder), []);
  });

  test("is not written over the files of others, nor are these removed", async () => {
    const others = exportTarget();
    mkdirSync(others.folder, { recursive: true });
    writeFileSync(join(others.folder, "thesis.txt"), "All of it.");
    await assert.rejects(exportTo(archive.store, others.folder), {
      code: "usage",
      message: /Expected an empty folder or an earlier export at .*found 1 files .*"thesis\.txt"/,
    });
    others.remove();

    await archive.import({ "z.txt": "date 2025-01-01 The year is new.\n" });
    mkdirSync(join(folder, "2025"));
    for (const file of ["2025/index.html", "2025.json"]) {
      writeFileSync(join(folder, file), "Mine, too.");
      await assert.rejects(exportTo(archive.store, folder), {
        code: "unavailable",
        message: /Expected to write .*2025.*, found something there that no export wrote/,
      });
      assert.equal(textOf(folder, file), "Mine, too.");
      rmSync(join(folder, file));
    }

    writeFileSync(join(folder, "2023/notes.txt"), "Mine.");
    await exportTo(archive.store, folder);
    assert.equal(textOf(folder, "2023/notes.txt"), "Mine.");
    rmSync(join(folder, "2023/notes.txt"));
  });
});
