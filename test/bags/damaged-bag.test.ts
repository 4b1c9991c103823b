import assert from "node:assert/strict";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { checkBag } from "../../src/bags/check-bag.ts";
import { DatelineError } from "../../src/errors.ts";
import type { Statement } from "../../src/statements/statement.ts";
import type { TestArchive } from "../support/archive.ts";
import { filesUnder } from "./rfc-8493.ts";
import {
  baggedArchive,
  bagOf,
  changedBag,
  imported,
  type Lived,
  onEmpty,
  replaceIn,
  reseal,
  sealTags,
} from "./support.ts";

const TAGS = ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"];

describe("a bag that is not as it was made", () => {
  let archive: TestArchive;
  let ids: Lived;
  let bag: string;

  before(async () => {
    ({ archive, ids, bag } = await baggedArchive());
    // Pages are a payload as any other, and many.
    for (const name of ["s", "2022", "2023", "statements"]) {
      rmSync(join(bag, "data/site", name), { recursive: true, force: true });
    }
    reseal(bag);
  });
  after(() => archive.close());

  /** Expects that nothing at all came of it. */
  function refused(copy: string, words: RegExp): Promise<void> {
    return onEmpty(async (store) => {
      await assert.rejects(imported(store, copy), (error) => {
        assert.ok(error instanceof DatelineError, String(error));
        assert.equal(error.code, "bad-request");
        assert.match(error.message, words);
        return true;
      });
      assert.deepEqual([(await store.summary()).generation, await store.runs()], [0, []]);
    });
  }

  it("in any bit of any of its files is refused, and the file or the manifest that lists it is named", async () => {
    const copy = changedBag(bag, () => {});
    const files = [
      ...TAGS,
      ...filesUnder(copy, "data").filter((name) => statSync(join(copy, name)).size > 0),
    ];
    const place = fc.record({
      file: fc.constantFrom(...files),
      at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      bit: fc.integer({ min: 0, max: 7 }),
    });
    await fc.assert(
      fc.asyncProperty(place, async ({ file, at, bit }) => {
        const name = join(copy, file);
        const whole = readFileSync(name);
        const bytes = Buffer.from(whole);
        const index = Math.floor(at * bytes.length);
        bytes[index] = (bytes[index] as number) ^ (1 << bit);
        writeFileSync(name, bytes);
        try {
          await assert.rejects(checkBag(copy), /is damaged, and nothing of it was imported/);
        } finally {
          writeFileSync(name, whole);
        }
      }),
      { numRuns: 250 },
    );
    await checkBag(copy);
  });

  it("in any byte of the file that has no sum of its own is refused", async () => {
    const copy = changedBag(bag, () => {});
    const name = join(copy, "tagmanifest-sha256.txt");
    const whole = readFileSync(name);
    for (let at = 0; at < whole.length; at++) {
      for (const turned of [1, 0x20]) {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] as number) ^ turned;
        writeFileSync(name, bytes);
        await assert.rejects(checkBag(copy), /is damaged/, `byte ${at}`);
      }
    }
  });

  const DAMAGED: [name: string, change: (copy: string) => void, words: RegExp][] = [
    ["without a source file", (copy) => rmSync(join(copy, oneSource())), /\.txt: it is missing/],
    ["without a tag file", (copy) => rmSync(join(copy, "bag-info.txt")), /bag-info\.txt/],
    [
      "without its first file",
      (copy) => rmSync(join(copy, "bagit.txt")),
      /bagit\.txt: it is missing/,
    ],
    [
      "with a file that nobody lists",
      (copy) => writeFileSync(join(copy, "data/statements/x.txt"), "x"),
      /data: it has \d+ bytes in|x\.txt: manifest-sha256\.txt does not list it/,
    ],
    [
      "with a link in place of a file",
      (copy) => {
        const file = join(copy, oneSource());
        renameSync(file, `${copy}-elsewhere`);
        symlinkSync(`${copy}-elsewhere`, file);
      },
      /it is no file but a link/,
    ],
    [
      "with a folder that is a link",
      (copy) => {
        renameSync(join(copy, "data/statements"), `${copy}-elsewhere`);
        symlinkSync(`${copy}-elsewhere`, join(copy, "data/statements"));
      },
      /data\/statements: it is no file but a link/,
    ],
    [
      "whose Payload-Oxum lies",
      (copy) => {
        appendFileSync(join(copy, "bag-info.txt"), "Payload-Oxum: 1.1\n");
        sealTags(copy);
      },
      /data: it has \d+ bytes in \d+ files, expected 1\.1/,
    ],
    [
      "that wants files fetched",
      (copy) => writeFileSync(join(copy, "fetch.txt"), "http://127.0.0.1:1/ 1 data/x\n"),
      /fetch\.txt: what is missing is never fetched/,
    ],
    [
      "with sums that cannot be checked",
      (copy) => {
        writeFileSync(join(copy, "manifest-crc32.txt"), "00000000  data/archive.json\n");
        sealTags(copy);
      },
      /manifest-crc32\.txt: sums by crc32 cannot be checked/,
    ],
    ...[
      "/etc/passwd",
      "~/x",
      "data/../../x",
      "../x",
      "data//x",
      "data/./x",
      "C:/x",
      "data\\x",
      "bagit.txt",
    ].map((path): [string, (copy: string) => void, RegExp] => [
      `that lists ${path}`,
      (copy) => {
        appendFileSync(join(copy, "manifest-sha256.txt"), `${"0".repeat(64)}  ${path}\n`);
        sealTags(copy);
      },
      /manifest-sha256\.txt: it names a file that it may not/,
    ]),
    [
      "that lists a file twice",
      (copy) => {
        const file = join(copy, "manifest-sha256.txt");
        appendFileSync(file, `${readFileSync(file, "utf8").split("\n")[0]}\n`);
        sealTags(copy);
      },
      /it lists data\/\S+ twice/,
    ],
    [
      "of another program",
      (copy) => {
        rmSync(join(copy, "data/archive.json"));
        reseal(copy);
      },
      /data\/archive\.json: it is missing/,
    ],
  ];

  function oneSource(): string {
    return `data/statements/2023/01/27/${ids.plain}@1.txt`;
  }

  for (const [name, change, words] of DAMAGED) {
    it(`${name} is refused by name, and touches nothing`, () =>
      refused(changedBag(bag, change), words));
  }

  /** Sums are right; what they are of is not. */
  const TAMPERED: [name: string, change: (copy: string) => void, words: RegExp][] = [
    [
      "a text",
      (copy) =>
        replaceIn(
          copy,
          "data/statements.jsonl",
          '"text":"The plain words',
          '"text":"The false words',
        ),
      /statements\.jsonl: line \d+: revision 1 of \w+ does not have the day and words/,
    ],
    [
      "a day",
      (copy) =>
        replaceIn(
          copy,
          "data/statements.jsonl",
          /"position":"2023-01-28/,
          '"position":"2023-01-30',
        ),
      /does not stand on its day/,
    ],
    [
      "an id",
      (copy) =>
        replaceIn(copy, "data/statements.jsonl", `"id":"${ids.plain}"`, '"id":"0123456789"'),
      /the statement 0123456789 is not whole, or not what its id says/,
    ],
    [
      "a source file",
      (copy) => appendFileSync(join(copy, oneSource()), "more"),
      /@1\.txt: its sha256 is not/,
    ],
    [
      "where a source file is",
      (copy) =>
        replaceIn(
          copy,
          "data/statements.jsonl",
          /"bytes":"data\/[^"]*"/,
          '"bytes":"data/../../../etc/passwd"',
        ),
      /bytes: expected a file of the bag/,
    ],
    [
      "a headline, into two lines",
      (copy) => replaceIn(copy, "data/statements.jsonl", /"headline":"The/, '"headline":"\\nThe'),
      /headline: expected a text of one line/,
    ],
    [
      "an instant",
      (copy) => replaceIn(copy, "data/runs.jsonl", /"at":"2024/, '"at":"x2024'),
      /runs\.jsonl: line 1: at: expected an instant/,
    ],
    [
      "an entry of the log",
      (copy) => replaceIn(copy, "data/log.jsonl", /"record":"[0-9a-f]{4}/, '"record":"0000'),
      /log\.jsonl: its entries do not give the root/,
    ],
    [
      "an instant that the log covers",
      (copy) => replaceIn(copy, "data/runs.jsonl", /"at":"2024/, '"at":"2019'),
      /log\.jsonl: its entries do not give the root/,
    ],
    ["a line", (copy) => replaceIn(copy, "data/files.jsonl", /^\{/, "["), /files\.jsonl: line 1: /],
    [
      "the form",
      (copy) => replaceIn(copy, "data/archive.json", '"form":1', '"form":2'),
      /archive\.json: form: expected 1, found 2, of another release/,
    ],
    [
      "the number of a revision",
      (copy) => replaceIn(copy, "data/statements.jsonl", /"number":2,/, '"number":1,'),
      /cannot be read or written|line \d+|UNIQUE/,
    ],
  ];

  for (const [name, change, words] of TAMPERED) {
    it(`in which somebody changed ${name}, with all sums made right, is refused and touches nothing`, () => {
      const copy = changedBag(bag, (changed) => {
        change(changed);
        reseal(changed);
      });
      return onEmpty(async (store) => {
        await assert.rejects(imported(store, copy), words);
        assert.deepEqual([(await store.summary()).generation, await store.runs()], [0, []]);
      });
    });
  }

  it("in which somebody put HTML beside a Markdown text prints none of it", () =>
    onEmpty(async (store) => {
      const evil = '"blocks":[{"text":"x","html":"<script>alert(1)</script>"}],"format":"markdown"';
      const copy = changedBag(bag, (changed) => {
        replaceIn(changed, "data/statements.jsonl", '"format":"markdown"', evil);
        reseal(changed);
      });
      await imported(store, copy);
      const { blocks } = (await store.statement(ids.markdown)) as Statement;
      assert.ok(blocks && !JSON.stringify(blocks).includes("script"));
      assert.match(JSON.stringify(blocks), /&lt;b/);
    }));

  it("but only in what RFC 8493 leaves open is taken: encoded names, other sums, other line ends, files of a desktop", () =>
    onEmpty(async (store) => {
      const copy = changedBag(bag, (changed) => {
        mkdirSync(join(changed, "data/more"));
        writeFileSync(join(changed, "data/more/50%\n.txt"), "x");
        reseal(changed);
        replaceIn(changed, "manifest-sha256.txt", /50%\n\.txt/, "50%25%0a.txt");
        const lines = readFileSync(join(changed, "manifest-sha256.txt"), "utf8");
        writeFileSync(
          join(changed, "manifest-sha256.txt"),
          lines.replaceAll("  ", "\t").replaceAll("\n", "\r\n"),
        );
        sealTags(changed);
        const tags = join(changed, "tagmanifest-sha256.txt");
        writeFileSync(tags, readFileSync(tags, "utf8").replaceAll("  ", " "));
        writeFileSync(join(changed, ".DS_Store"), "x");
      });
      assert.equal((await imported(store, copy)).added, 9);
    }));

  it("and holds a statement with another history than the archive is refused whole", () =>
    onEmpty(async (store) => {
      await imported(store, bag);
      await archive.import({
        "revised ü 100%.txt": "date 2023-01-27 The revised words, and newer ones.\n",
      });
      const newer = join(dirname(archive.path), "newer");
      await bagOf(archive.store, newer);
      const before = await store.summary();
      await assert.rejects(
        imported(store, newer),
        new RegExp(`holds the statement ${ids.revised}.*another history`),
      );
      assert.deepEqual(await store.summary(), before);
      assert.ok(existsSync(newer));
    }));
});
