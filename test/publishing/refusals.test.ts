import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { DatelineError } from "../../src/errors.ts";
import { correctStatement } from "../../src/publishing/correct-statement.ts";
import { readId } from "../../src/publishing/read-id.ts";
import { readReason } from "../../src/publishing/read-reason.ts";
import { restoreStatement } from "../../src/publishing/restore-statement.ts";
import { withdrawStatement } from "../../src/publishing/withdraw-statement.ts";
import { openTestArchive, type TestArchive } from "../support/archive.ts";
import { ACT, givenFile } from "./support.ts";

describe("an id is read from", () => {
  const CASES = [
    "k3m9p2q7ra",
    "/s/k3m9p2q7ra",
    "https://example.org/s/k3m9p2q7ra@2",
    "/2023/01/27/the-road-k3m9p2q7ra?q=road#p-1",
    "/2023/01/27/k3m9p2q7ra",
  ];
  for (const typed of CASES) {
    it(typed, () => assert.equal(readId(typed), "k3m9p2q7ra"));
  }

  it("nothing else, which is refused by name", () => {
    for (const typed of ["", "k3m9", "../../etc/passwd", "K3M9P2Q7RA!"]) {
      assert.throws(() => readId(typed), /Expected the id or an address of a statement/);
    }
  });
});

describe("a reason", () => {
  it("is one line of words, without white space around it", () => {
    assert.equal(readReason("--note", "  A slip. "), "A slip.");
    for (const typed of ["", " ", "two\nlines", "a\u2028b", "\u001b[2J", "x".repeat(501)]) {
      assert.throws(
        () => readReason("--note", typed),
        /one line of 1 to 500 characters behind --note/,
      );
    }
  });
});

describe("nothing is changed", () => {
  let archive: TestArchive;
  let id: string;
  let other: string;
  before(async () => {
    archive = await openTestArchive({
      "a.txt": "date 2023-01-27 The road is closed.\n",
      "b.txt": "date 2023-01-28 The bridge is closed.\n",
    });
    [id, other] = (await archive.import({})).entries.map((entry) => entry.id) as [string, string];
  });
  after(() => archive.close());

  const refused = async (code: string, words: RegExp, act: () => Promise<unknown>) => {
    const before = await archive.store.summary();
    const isRefusal = (error: unknown) =>
      error instanceof DatelineError && error.code === code && words.test(error.message);
    await assert.rejects(async () => act(), isRefusal);
    assert.deepEqual(await archive.store.summary(), before);
  };
  const correct = async (text: string, of = id) => {
    const file = await givenFile(archive, "given.txt", text);
    return correctStatement(archive.store, { id: of, file, note: "A slip." }, ACT);
  };
  const withdraw = (keepText: boolean, of = id) =>
    withdrawStatement(archive.store, { id: of, reason: "Why.", keepText }, ACT);
  const restore = (file: string | null, of = id) =>
    restoreStatement(archive.store, { id: of, file, reason: null }, ACT);

  it("for an id that is not known", async () => {
    const unknown = "0000000000";
    await refused("not-found", /0000000000/, () => correct("date 2023-01-27 New.", unknown));
    await refused("not-found", /0000000000/, () => withdraw(true, unknown));
    await refused("not-found", /0000000000/, () => restore(null, unknown));
  });

  it("for a file that cannot be taken, or says nothing new, or what another says", async () => {
    await refused("bad-request", /cannot be taken: .*date/, () => correct("No date here."));
    await refused("bad-request", /says already/, () =>
      correct("date 2023-01-27 The road is closed."),
    );
    const otherWords = "date 2023-01-28 The bridge is closed.";
    await refused("bad-request", new RegExp(`another statement, ${other}`), () =>
      correct(otherWords),
    );
    const none = { id, file: "/nowhere.txt", note: "A slip." };
    await refused("usage", /is not there/, async () => correctStatement(archive.store, none, ACT));
  });

  it("where the statement does not stand so", async () => {
    await refused("bad-request", /is not withdrawn/, () => restore(null));
    await withdraw(true);
    const file = await givenFile(archive, "given.txt", "date 2023-01-27 The road is closed.");
    await refused("usage", /expected no FILE/, () => restore(file));
    await withdraw(false);
    await refused("bad-request", /cannot stay readable/, () => withdraw(true));
    await refused("usage", /expected the FILE/, () => restore(null));
    await refused("bad-request", /restore it first/, () => correct("date 2023-01-27 New."));
    const bridge = await givenFile(archive, "bridge.txt", "date 2023-01-28 The bridge is closed.");
    await refused("bad-request", /another statement/, () => restore(bridge));
  });
});
