import assert from "node:assert/strict";
import { after, before, describe, it, type TestContext } from "node:test";
import type { ImportReport } from "../../src/import/import-folders.ts";
import { openTestArchive, type TestArchive } from "../support/archive.ts";
import { dangerousMarkup } from "../support/markup-of.ts";
import { payloadStrings } from "../support/payloads.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { type Asked, type Asker, asker, isMarkup } from "./support/ask.ts";

const FORMS = ["json", "txt", "csv", "atom", "rss", "feed.json"];

/** Only of so many statements as a day has. */
const CITATIONS = ["bib", "ris", "csl.json"];

const DAYS = Array.from({ length: 28 }, (_, at) => String(at + 1).padStart(2, "0"));

const FIELDS = ["title", "agency", "place", "language", "url", "rights", "colour"];

describe("every hostile string in a file", () => {
  const strings = payloadStrings();
  let archive: TestArchive;
  let site: TestSite;
  let client: Asker;
  let report: ImportReport;
  let longest = 0;

  before(async () => {
    archive = await openTestArchive();
    report = await archive.import(filesOf(strings));
    site = await startSite(archive.path);
    client = asker(Number(new URL(site.url).port), 8);
  });
  after(async () => {
    client.close();
    await site.close();
    await archive.close();
  });

  function hostile(name: string, run: () => Promise<void>): void {
    it(name, async (context: TestContext) => {
      if (strings.length > 0) await run();
      else context.diagnostic("not run: ../shared/payloads is not there");
    });
  }

  hostile(
    "is imported or refused by name, as its text, in its front matter and in its name",
    async () => {
      const { entries, files, refused } = report;
      assert.equal(files, Object.keys(filesOf(strings)).length);
      assert.ok(refused < files / 10, `${refused} of ${files}`);
      for (const { outcome, reason } of entries) {
        if (outcome === "refused") assert.ok(reason && reason.length > 10);
      }
    },
  );

  hostile("has a page on which nothing of it is markup", async () => {
    const paths = (await allPaths()).map((path) => ({ path, ask: () => client.ask(path) }));
    assert.ok(paths.length > strings.length);
    for (let at = 0; at < paths.length; at += 256) {
      const some = paths.slice(at, at + 256);
      await Promise.all(some.map(async ({ path, ask }) => assertHarmless(path, await ask())));
    }
  });

  hostile("stands in every list and every form of data", async () => {
    const months = ["2021/03", "2021/04", "2021/05"];
    const lists = [
      ...months.flatMap((month) => FORMS.map((format) => `/${month}.${format}`)),
      ...months.flatMap((month) =>
        DAYS.flatMap((day) => CITATIONS.map((format) => `/${month}/${day}.${format}`)),
      ),
    ];
    for (const address of lists) assertHarmless(address, await client.ask(address));
    for (const address of ["/oai?verb=ListRecords&metadataPrefix=oai_dc", "/sitemap/2021.xml"]) {
      assertHarmless(address, await client.ask(address));
    }
  });

  hostile("leaves nothing in the log", async () => {
    assert.deepEqual(site.log, []);
    assert.ok(longest < 20_000, "for a program that hangs");
  });

  async function allPaths(): Promise<string[]> {
    const paths: string[] = [];
    for (let next: string | null = "/statements.json?limit=1000"; next !== null; ) {
      const list: { next: string | null; statements: { permalink: string }[] } = JSON.parse(
        (await client.ask(next)).body,
      );
      paths.push(...list.statements.map(({ permalink }) => permalink));
      next = list.next?.replace(site.url, "") ?? null;
    }
    return paths;
  }

  function assertHarmless(address: string, answer: Asked): void {
    longest = Math.max(longest, answer.time);
    assert.equal(answer.status, 200, `${address}: ${answer.body.slice(0, 500)}`);
    if (isMarkup(answer)) assert.deepEqual(dangerousMarkup(answer.body), [], address);
  }
});

/** Each string as the words of a literal statement, in all of Markdown and its front matter, and as a name; each kind in a month of its own. */
function filesOf(strings: string[]): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [at, text] of strings.entries()) {
    const day = DAYS[at % DAYS.length];
    const fields = FIELDS.map((name) => `${name}: ${JSON.stringify(text.slice(0, 500))}`);
    const front = `---\ndate: 2021-04-${day}\n${fields.join("\n")}\ntags: [${JSON.stringify(text.slice(0, 100))}]\n---\n`;
    files[`text/${at}.txt`] = ` date 2021-03-${day} ${text}\n\nSaid ${text} and more.\n`;
    files[`markdown/${at}.md`] = `${front}\n${text}\n`;
    files[`names/${nameOf(text)}-${at}.txt`] = ` date 2021-05-${day} Number ${at}.`;
  }
  return files;
}

/** As far as a file's name can be it. */
function nameOf(text: string): string {
  const name = text.replace(/[\0/]/g, "_");
  return Buffer.from(name).subarray(0, 200).toString("utf8");
}
