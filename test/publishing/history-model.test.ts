import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { restoreStatement } from "../../src/publishing/restore-statement.ts";
import { withdrawStatement } from "../../src/publishing/withdraw-statement.ts";
import { openTestArchive, type TestArchive } from "../support/archive.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { ACT, givenFile } from "./support.ts";

const DAYS = ["2022-12-31", "2023-01-27", "2024-02-29"] as const;

interface Wording {
  date: string;
  text: string;
  erased: boolean;
}

/** What was ever reported of a statement: nothing of it may be forgotten. */
interface Remembered {
  wordings: Wording[];
  addresses: Set<string>;
  state: "present" | "marked" | "erased";
}

const which = fc.nat(20);
const day = fc.nat(DAYS.length - 1);
const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant("add" as const), day }),
    fc.record({ kind: fc.constant("edit" as const), which }),
    fc.record({ kind: fc.constant("re-date" as const), which, day }),
    fc.record({ kind: fc.constant("rename" as const), which }),
    fc.record({ kind: fc.constant("delete" as const), which }),
    fc.record({ kind: fc.constant("withdraw" as const), which, keepText: fc.boolean() }),
    fc.record({ kind: fc.constant("restore" as const), which }),
  ),
  { minLength: 6, maxLength: 14 },
);
type Step = (typeof steps extends fc.Arbitrary<infer All> ? All : never)[number];

/** An archive and its site, with a memory of all that was ever said and served. */
class History {
  readonly #archive: TestArchive;
  readonly #site: TestSite;
  readonly #statements = new Map<string, Remembered>();
  readonly #files = new Map<string, { day: number; text: string }>();
  #made = 0;

  constructor(archive: TestArchive, site: TestSite) {
    this.#archive = archive;
    this.#site = site;
  }

  async take(step: Step): Promise<void> {
    if (step.kind === "add") return this.#write(this.#newName(), step.day, this.#newText());
    if (step.kind === "withdraw" || step.kind === "restore") return this.#publish(step);
    const names = [...this.#files.keys()];
    const name = names[step.which % Math.max(1, names.length)];
    if (name === undefined) return;
    const held = this.#files.get(name) as { day: number; text: string };
    if (step.kind === "edit") return this.#write(name, held.day, this.#newText());
    if (step.kind === "re-date") return this.#write(name, step.day, held.text);
    this.#files.delete(name);
    if (step.kind === "delete") return this.#import({ [name]: null });
    const renamed = this.#newName();
    this.#files.set(renamed, held);
    return this.#import({ [name]: null, [renamed]: written(DAYS[held.day] as string, held.text) });
  }

  #newName(): string {
    return `${++this.#made}.txt`;
  }

  #newText(): string {
    return `Statement ${++this.#made} was given.\n\n  As typed,\twith “every” sign of it: ÄЖ中.`;
  }

  #write(name: string, day: number, text: string): Promise<void> {
    this.#files.set(name, { day, text });
    return this.#import({ [name]: written(DAYS[day] as string, text) });
  }

  async #import(changed: Record<string, string | null>): Promise<void> {
    const { entries } = await this.#archive.import(changed);
    for (const { file, outcome, id } of entries) {
      if (id === null || (outcome !== "added" && outcome !== "revised")) continue;
      const { day, text } = this.#files.get(file) as { day: number; text: string };
      const known = this.#statements.get(id);
      assert.equal(known === undefined, outcome === "added", `${file} ${outcome}`);
      const statement = known ?? { wordings: [], addresses: new Set(), state: "present" };
      statement.wordings.push({ date: DAYS[day] as string, text, erased: false });
      this.#statements.set(id, statement);
    }
  }

  async #publish(step: Extract<Step, { kind: "withdraw" | "restore" }>): Promise<void> {
    const all = [...this.#statements];
    const [id, statement] = all[step.which % Math.max(1, all.length)] ?? [];
    if (id === undefined || statement === undefined) return;
    const { state, wordings } = statement;
    const { store } = this.#archive;
    if (step.kind === "withdraw") {
      const { keepText } = step;
      if (keepText && state === "erased") return;
      await withdrawStatement(store, { id, reason: "A court said so.", keepText }, ACT);
      statement.state = keepText ? "marked" : "erased";
      if (!keepText) for (const wording of wordings) wording.erased = true;
    } else if (state !== "present") {
      const last = wordings.at(-1) as Wording;
      const words = written(last.date, last.text);
      const file = state === "erased" ? await givenFile(this.#archive, "given.txt", words) : null;
      await restoreStatement(store, { id, file, reason: null }, ACT);
      statement.state = "present";
      last.erased = false;
    }
  }

  /** Every address that was ever served says what is there now, and every wording what it said then. */
  async visit(): Promise<void> {
    for (const [id, statement] of this.#statements) {
      if (statement.state === "erased") await this.#visitErased(statement);
      else await this.#visitPresent(id, statement);
      for (const [at, wording] of statement.wordings.entries()) {
        await this.#visitWording(`/s/${id}@${at + 1}`, wording);
      }
      const beyond = `/s/${id}@${statement.wordings.length + 1}`;
      const none = statement.state === "erased" ? 410 : 404;
      assert.equal((await this.#site.get(beyond)).status, none, beyond);
    }
  }

  async #visitErased({ addresses }: Remembered): Promise<void> {
    for (const address of addresses) {
      const response = await this.#site.get(address);
      assert.equal(response.status, 410, address);
      assert.match(await response.text(), /A court said so\./);
    }
  }

  async #visitPresent(id: string, { addresses, wordings, state }: Remembered): Promise<void> {
    const last = wordings.at(-1) as Wording;
    const short = await this.#site.get(`/s/${id}`);
    assert.equal(short.status, 302);
    const permalink = short.headers.get("location") as string;
    const now: Wording & { revision: number } = await this.#site.json(`${permalink}.json`);
    assert.deepEqual([now.date, now.text, now.revision], [last.date, last.text, wordings.length]);
    addresses.add(permalink).add(`/s/${id}`);
    for (const address of addresses) {
      if (address === permalink) continue;
      const { status, headers } = await this.#site.get(address);
      assert.equal(status, address.startsWith("/s/") ? 302 : 301, address);
      assert.equal(headers.get("location"), permalink, address);
    }
    const page = await this.#site.get(permalink);
    assert.equal(page.status, 200, permalink);
    if (state === "marked") assert.match(await page.text(), /A court said so\./);
  }

  async #visitWording(address: string, { date, text, erased }: Wording): Promise<void> {
    const response = await this.#site.get(`${address}.json`);
    assert.equal(response.status, erased ? 410 : 200, address);
    if (erased) return;
    const found = (await response.json()) as { date: string; text: string };
    assert.deepEqual([found.date, found.text], [date, text], address);
  }
}

function written(date: string, text: string): string {
  return `date ${date} ${text}\n`;
}

it("whatever is imported, edited, re-dated, renamed, deleted, withdrawn and restored, every wording is served as it was given, and every address ever served answers rightly", async () => {
  const property = fc.asyncProperty(steps, async (all) => {
    const archive = await openTestArchive();
    const site = await startSite(archive.store);
    const history = new History(archive, site);
    try {
      for (const step of all) {
        await history.take(step);
        await history.visit();
      }
    } finally {
      await site.close();
      await archive.close();
    }
  });
  await fc.assert(property, { numRuns: 8, includeErrorInReport: true });
});
