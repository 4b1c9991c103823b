import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import type { PageProblem } from "../../src/web/page-problem.ts";
import { Turns } from "../../src/web/turns.ts";

const RULES = { atOnce: 1, mostWaiting: 100, longestWait: 10_000 };

describe("turns", () => {
  /** In which order the works of those clients were done. */
  async function orderOf(turns: Turns, clients: string[]): Promise<string> {
    const order: string[] = [];
    await Promise.all(
      clients.map((client) =>
        turns.run(client, async () => {
          order.push(client);
        }),
      ),
    );
    return order.join("");
  }

  it("serve whoever asks once before whoever asks for much is served again", async () => {
    assert.equal(await orderOf(new Turns(RULES), [..."aaaaaabcc"]), "aabcacaaa");
  });

  it("are taken at once where nobody works", async () => {
    const turns = new Turns({ ...RULES, atOnce: 2 });
    let begun = 0;
    const work = async () => {
      begun++;
      await wait(1);
    };
    const all = [turns.run("a", work), turns.run("a", work), turns.run("a", work)];
    assert.equal(begun, 2);
    await Promise.all(all);
    assert.equal(begun, 3);
  });

  it("leave time for what else comes in", async () => {
    const turns = new Turns(RULES);
    let passed = 0;
    const count = setInterval(() => passed++, 0);
    await Promise.all(
      Array.from({ length: 20 }, () =>
        turns.run("a", async () => {
          const end = performance.now() + 3;
          while (performance.now() < end);
        }),
      ),
    );
    clearInterval(count);
    assert.ok(passed >= 10, `${passed} times`);
  });

  it("go on after work that failed, and give what it came to", async () => {
    const turns = new Turns(RULES);
    const failed = turns.run("a", async () => {
      throw new Error("the archive is gone");
    });
    const next = turns.run("a", async () => 7);
    await assert.rejects(failed, /the archive is gone/);
    assert.equal(await next, 7);
    assert.equal(await turns.run("b", async () => 8), 8);
  });

  it("are refused to a client of whom too many wait, and to no other", async () => {
    const turns = new Turns({ ...RULES, mostWaiting: 3 });
    const outcomes = await Promise.allSettled(
      [..."aaaaaab"].map((client) => turns.run(client, async () => client)),
    );
    assert.equal(
      outcomes.map(({ status }) => (status === "fulfilled" ? "." : "x")).join(""),
      "....xx.",
    );
    const refused = outcomes.find((outcome) => outcome.status === "rejected");
    assert.equal(refused?.reason.code, "busy");
  });

  it("that come too late are refused with a 503", async () => {
    const turns = new Turns({ ...RULES, longestWait: 20 });
    const long = turns.run("a", () => wait(60));
    const late = turns.run("a", async () => assert.fail("it came"));
    await assert.rejects(late, (error: PageProblem) => error.problem.status === 503);
    await long;
    assert.equal(await turns.run("a", async () => 1), 1);
  });
});
