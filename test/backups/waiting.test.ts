import assert from "node:assert/strict";
import { it } from "node:test";
import { replaceWith } from "../../src/backups/replace-with.ts";
import { DatelineError } from "../../src/errors.ts";
import { openStore } from "../../src/store/open-store.ts";
import { connectToWrite } from "../../src/store/sqlite/connect.ts";
import { holding } from "../../src/store/sqlite/transaction.ts";
import { inFolder } from "../store/sqlite/temporary-folder.ts";

const isTold = (error: unknown) =>
  error instanceof DatelineError &&
  error.code === "busy" &&
  /archive\.db for 0 minutes, and nothing was changed.*start it anew.*run this again/.test(
    error.message,
  );

it("a run does not wait for ever for a lock that nobody gives back, and says what can be done", () =>
  inFolder(async (folder) => {
    const path = `${folder}/archive.db`;
    await (await openStore(path, { readOnly: false })).close();
    // What a site holds from which the system failed to take the lock back.
    const site = connectToWrite(path);
    site.exec("BEGIN IMMEDIATE");
    let waits = 0;
    const onWait = () => waits++;
    const connections = {
      path,
      connect: () => connectToWrite(path),
      letGo: () => {},
      longestWait: 200,
    };
    await assert.rejects(holding(connections, "BEGIN IMMEDIATE", onWait), isTold);
    const copy = `${folder}/copy.db`;
    await (await openStore(copy, { readOnly: false })).close();
    const place = {
      database: path,
      at: "2026-11-26T00:00:00Z",
      shortenLog: false,
      longestWait: 200,
    };
    await assert.rejects(replaceWith(copy, { ...place, onWait }), isTold);
    assert.equal(waits, 2);
    site.close();
    const free = await holding(connections, "BEGIN IMMEDIATE", onWait);
    free.close();
    await replaceWith(copy, place);
  }));
