import assert from "node:assert/strict";
import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { after, before, describe, it } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { type AddressList, addressList } from "../../src/clients/address-list.ts";
import type { Store } from "../../src/store/store.ts";
import { openTestArchive, type TestArchive } from "../support/archive.ts";
import { EXAMPLE_FILES, manyFiles } from "../support/example-files.ts";
import { startSite, type TestSite } from "../support/site.ts";

const GREEDY = "127.0.0.2";
const HONEST = "127.0.0.9";

interface Got {
  status: number;
  retryAfter: string | undefined;
}

describe("a client who asks for much", () => {
  let archive: TestArchive;
  before(async () => {
    archive = await openTestArchive({ ...EXAMPLE_FILES, ...manyFiles(300) });
  });
  after(() => archive.close());

  /** Its searches last that long, in milliseconds, one after another; `asked` says in which order they came to the archive. */
  function slowToSearch(ms: number): { store: Store; asked: string[] } {
    const asked: string[] = [];
    let last: Promise<unknown> = Promise.resolve();
    const list: Store["list"] = async (request) => {
      if (!request.query) return archive.store.list(request);
      asked.push(request.query.all[0]?.[0]?.words.join(" ") ?? "");
      last = last.then(() => wait(ms));
      await last;
      return archive.store.list(request);
    };
    return { store: { ...archive.store, list }, asked };
  }

  it("gets 503 for searches beyond its part, with Retry-After, and pages go on", async () => {
    const site = await startSite(slowToSearch(20).store);
    const searches = Array.from({ length: 120 }, (_, at) =>
      ask(site, `/statements?q=noon${at}`, GREEDY),
    );
    await wait(50);
    const page = await ask(site, "/2023", GREEDY);
    const other = await ask(site, "/statements?q=bridge", HONEST);
    const all = await Promise.all(searches);
    await site.close();
    assert.equal(page.status, 200);
    assert.equal(other.status, 200);
    const refused = all.filter(({ status }) => status === 503);
    assert.ok(refused.length >= 40 && refused.length < 120, `${refused.length} refused`);
    for (const { retryAfter } of refused) assert.equal(retryAfter, "10");
    for (const { status } of all) assert.ok([200, 503].includes(status));
    assert.deepEqual(site.log, []);
  });

  it("waits for itself: a search of somebody else comes before its next", async () => {
    const { store, asked } = slowToSearch(10);
    const site = await startSite(store);
    const searches = Array.from({ length: 40 }, (_, at) =>
      ask(site, `/statements?q=noon${at}`, GREEDY),
    );
    while (asked.length < 4) await wait(1);
    await ask(site, "/statements?q=bridge", HONEST);
    const before = asked.indexOf("bridge");
    await Promise.all(searches);
    await site.close();
    assert.ok(before < 20, `${before} of 40 came first`);
  });

  it("is one client behind a trusted proxy only where the proxy says so", async () => {
    const trustedProxies = addressList(GREEDY) as AddressList;
    const site = await startSite(slowToSearch(20).store, {}, { trustedProxies });
    const searches = Array.from({ length: 120 }, (_, at) =>
      ask(site, `/statements?q=noon${at}`, GREEDY, { "X-Forwarded-For": `192.0.2.${at % 4}` }),
    );
    const statuses = (await Promise.all(searches)).map(({ status }) => status);
    await site.close();
    assert.deepEqual(new Set(statuses), new Set([200]));
  });

  it("is sent two whole lists at once, and others get theirs", async () => {
    const site = await startSite(endless(archive.store));
    const held = [await begin(site, GREEDY), await begin(site, GREEDY)];
    const third = await ask(site, "/statements.csv", GREEDY);
    assert.deepEqual([third.status, third.retryAfter], [503, "10"]);
    const other = await begin(site, HONEST);
    assert.equal(other.statusCode, 200);
    for (const answer of [...held, other]) answer.destroy();
    while ((await ask(site, "/statements.csv", GREEDY, {}, true)).status !== 200) await wait(20);
    await site.close();
  });
});

/** Its whole lists never end. */
function endless(store: Store): Store {
  return {
    ...store,
    snapshot: async () => {
      const snapshot = await store.snapshot();
      return {
        ...snapshot,
        list: async (request) => {
          const page = await snapshot.list(request);
          const [first] = page.statements;
          return { ...page, next: { after: request.after ?? `${first?.date}.1` } as never };
        },
      };
    },
  };
}

/** The answer when its first bytes are there; nothing of it is read. */
async function begin(site: TestSite, localAddress: string): Promise<IncomingMessage> {
  const port = Number(new URL(site.url).port);
  const path = "/statements.csv";
  const request = get({ host: "127.0.0.1", port, path, localAddress, agent: false });
  const [answer] = (await once(request, "response")) as [IncomingMessage];
  answer.on("error", () => {});
  return answer;
}

async function ask(
  site: TestSite,
  path: string,
  localAddress: string,
  headers: Record<string, string> = {},
  leave = false,
): Promise<Got> {
  const port = Number(new URL(site.url).port);
  const request = get({ host: "127.0.0.1", port, path, localAddress, headers, agent: false });
  const [answer] = (await once(request, "response")) as [IncomingMessage];
  const got = { status: answer.statusCode ?? 0, retryAfter: answer.headers["retry-after"] };
  if (leave) {
    answer.on("error", () => {});
    answer.destroy();
  } else await answer.resume().toArray();
  return got;
}
