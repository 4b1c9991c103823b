import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { readQuery } from "../../../src/search/read-query.ts";
import type { HitWords } from "../../../src/statements/hit-words.ts";
import { addDays, type IsoDate } from "../../../src/statements/iso-date.ts";
import type { SearchQuery } from "../../../src/statements/search-query.ts";
import type { Content } from "../../../src/statements/statement.ts";
import { EVERYTHING } from "../../../src/statements/statement-filter.ts";
import type { Asked, ListOrder, PeriodCount, Position, Store } from "../../../src/store/store.ts";
import { type OpenEmptyStore, onArchive } from "../store-contract.ts";
import { content, day, imported, type Said } from "./made-statements.ts";
import { isFoundPlainly } from "./plain-search.ts";

const VOCABULARY = [
  "call calls called calling road roads opened Opening news new house’s",
  "дорога дороги открыта Հայաստանի Հայաստան հայ",
  "Ağdam Agdam Ag\u0306dam İstanbul ıstanbul gəlir gelir évaluée evaluee",
  "恢复对话 对话 道路 みち ถนน ถนนเปิด الطريق طريق می‌روند میروند",
  "ab abc abcd 2023 ٢٠٢٣ ⑴ ﷺ ℋ Neue neuen das the",
].flatMap((line) => line.split(" "));

const FIRST = day("2022-12-20");
const dates = fc.integer({ min: 0, max: 40 }).map((days) => addDays(FIRST, days) as IsoDate);
const word = fc.constantFrom(...VOCABULARY);
const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(" "));
const names = {
  agency: fc.constantFrom(null, "TASS", "Tass", "Reuters"),
  place: fc.constantFrom(null, "Moscow", "Baku"),
};

export const statements = fc.array(
  fc.record({
    date: dates,
    text,
    headline: text,
    headlineDerived: fc.constant(false),
    language: fc.constantFrom("en", "en-GB", "ru", "de", "fa", "zh"),
    tags: fc.constantFrom<string[]>([], ["EU"], ["eu", "Other"]),
    ...names,
  }),
  { minLength: 1, maxLength: 30 },
);

const term = fc.record({
  words: fc.array(word, { minLength: 1, maxLength: 2 }),
  exact: fc.boolean(),
  prefix: fc.constantFrom(false, false, true),
});

export const questions: fc.Arbitrary<Asked> = fc.record({
  query: fc.record({
    all: fc.array(fc.array(term, { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
    none: fc.array(term, { maxLength: 1 }),
  }),
  filter: fc.record({
    from: fc.constantFrom(null, null, day("2022-12-25")),
    to: fc.constantFrom(null, null, day("2023-01-10")),
    agency: fc.constantFrom(null, null, "tass"),
    place: fc.constantFrom(null, null, null, "MOSCOW", "Paris"),
    language: fc.constantFrom(null, null, null, "EN"),
    tag: fc.constantFrom(null, null, null, "eu"),
  }),
});

/** Every page's ids in one row, each page's way back tried. */
export async function walked(store: Store, list: Asked & { order: ListOrder }, limit: number) {
  const ids: string[] = [];
  const begins: (Position | null)[] = [];
  let last: Position | null = null;
  for (let next: { after: Position | null } | null = { after: null }; next; ) {
    begins.push(next.after);
    last = next.after;
    const page = await store.list({ ...list, after: next.after, limit });
    ids.push(...page.statements.map(({ id }) => id));
    next = page.next;
  }
  const back: (Position | null)[] = [];
  for (let at: { after: Position | null } | null = { after: last }; at; ) {
    back.unshift(at.after);
    at = (await store.list({ ...list, after: at.after, limit })).previous;
  }
  assert.deepEqual(back, begins);
  return ids;
}

function countsOf(found: Content[], length: number): PeriodCount[] {
  const counts = new Map<string, number>();
  for (const { date } of found) {
    const period = date.slice(0, length);
    counts.set(period, (counts.get(period) ?? 0) + 1);
  }
  return [...counts].map(([period, count]) => ({ period, count }));
}

/** Every answer about the statements, which are in the order of time, is that of the slow and obvious search. */
export async function expectAnswers(
  store: Store,
  one: Asked,
  all: { id: string; said: Content }[],
) {
  const found = all.filter(({ said }) => isFoundPlainly(one.query, one.filter, said));
  const said = found.map((hit) => hit.said);
  const ids = found.map(({ id }) => id);
  assert.deepEqual(await walked(store, { ...one, order: "oldest" }, 4), ids);
  assert.deepEqual(await walked(store, { ...one, order: "newest" }, 5), ids.toReversed());
  const ranked = await walked(store, { ...one, order: "relevance" }, 3);
  assert.deepEqual(ranked.toSorted(), ids.toSorted());
  assert.equal(await store.total(one), ids.length);
  for (const [unit, length] of [
    ["year", 4],
    ["month", 7],
    ["day", 10],
  ] as const) {
    assert.deepEqual(await store.counts(unit, one), countsOf(said, length));
  }
  await expectFacets(store, one, said);
  for (const [at, id] of ranked.entries()) {
    const beside = await store.besideInList(id, { ...one, order: "relevance" });
    assert.equal(beside.previous?.id, ranked[at - 1]);
    assert.equal(beside.next?.id, ranked[at + 1]);
  }
}

async function expectFacets(store: Store, one: Asked, found: Content[]) {
  const facets = await store.facets(one);
  const tass = found.filter(({ agency }) => agency?.toLowerCase() === "tass").length;
  const shown = facets.agencies.find(({ name }) => name.toLowerCase() === "tass");
  assert.equal(shown?.count ?? 0, tass);
  assert.equal(facets.withoutAgency, found.filter(({ agency }) => agency === null).length);
  assert.equal(facets.withoutPlace, found.filter(({ place }) => place === null).length);
  const eu = facets.tags.find(({ name }) => name.toLowerCase() === "eu");
  assert.equal(eu?.count ?? 0, found.filter(({ tags }) => tags.length > 0).length);
  assert.deepEqual(facets.years, countsOf(found, 4));
  const languages = facets.languages.reduce((sum, { count }) => sum + count, 0);
  assert.equal(languages, found.length);
}

export function searchesContract(open: OpenEmptyStore): void {
  describe("searches", () => {
    it("find what a slow and obvious search finds, in every order, and count it", async () => {
      const asked = fc.array(questions, { minLength: 4, maxLength: 8 });
      const property = fc.asyncProperty(statements, asked, async (made, asks) => {
        await onArchive(open, async ({ store }) => {
          const numbered = made.map((said, n) => ({ ...said, text: `${said.text} number${n}` }));
          const ids = await imported(store, numbered);
          const all = numbered.map((said, n) => ({ id: ids[n] as string, said: content(said) }));
          all.sort((a, b) => (a.said.date < b.said.date ? -1 : a.said.date > b.said.date ? 1 : 0));
          for (const one of asks) await expectAnswers(store, one, all);
        })();
      });
      await fc.assert(property, { numRuns: 8, includeErrorInReport: true });
    });
    searchedWords(open);
    nearAndBeside(open);
  });
}

function nearAndBeside(open: OpenEmptyStore): void {
  it(
    "near spellings are the archive's own words, nearest first, with the statements that hold them",
    onArchive(open, async ({ store }) => {
      const said = [
        "Zakharova spoke.",
        "Zakharova again.",
        "Zakharov came.",
        "Sakharov left.",
        "Bridges, and more bridges.",
      ];
      await imported(
        store,
        said.map((text) => ({ date: "2023-01-27", text, headline: "…" })),
      );
      assert.deepEqual(await store.nearSpellings("Zaharova"), [
        { name: "Zakharova", count: 2 },
        { name: "Zakharov", count: 1 },
      ]);
      assert.deepEqual(await store.nearSpellings("zakharova"), [{ name: "Zakharov", count: 1 }]);
      assert.deepEqual(await store.nearSpellings("BRIGES"), [{ name: "bridges", count: 1 }]);
      for (const word of ["", "x", "two words", "路", "é".repeat(5000)]) {
        assert.deepEqual(await store.nearSpellings(word), [], word);
      }
    }),
  );

  it(
    "the best match has the word in its headline, or more often than others; equal ones come newest first",
    onArchive(open, async ({ store }) => {
      const filler = "and so much more was said on that day".repeat(3);
      const said = [
        { date: "2023-01-01", headline: "A road", text: `The road. ${filler}` },
        { date: "2023-01-02", headline: "One", text: `The road. ${filler}` },
        { date: "2023-01-03", headline: "One", text: `The road. ${filler} ` },
        { date: "2023-01-04", headline: "Often", text: `The road, the road, the road. ${filler}` },
        { date: "2023-01-05", headline: "None", text: filler },
      ];
      await imported(store, said);
      const { query } = readQuery("road");
      const list = {
        query,
        filter: EVERYTHING,
        order: "relevance",
        after: null,
        limit: 9,
      } as const;
      const page = await store.list(list);
      assert.deepEqual(
        page.statements.map(({ date }) => date),
        ["2023-01-01", "2023-01-04", "2023-01-03", "2023-01-02"],
      );
      assert.deepEqual([page.ranked, page.next], [null, null]);
    }),
  );

  it(
    "of the best matches those with the words themselves come before those with other forms of them",
    onArchive(open, async ({ store }) => {
      const filler = "and so much more was said on that day".repeat(3);
      const texts = [
        "calls and opened",
        "called and opened",
        "calls and opens",
        "called and opens",
      ];
      await imported(
        store,
        [...texts, ...Array.from({ length: 9 }, (_, n) => `nothing ${n}`)].map((text, n) => ({
          date: `2023-01-${String(n + 1).padStart(2, "0")}`,
          headline: "…",
          text: `${text} ${filler}`,
        })),
      );
      const dates = async (typed: string) => {
        const asked = { query: readQuery(typed).query, filter: EVERYTHING };
        const page = await store.list({ ...asked, order: "relevance", after: null, limit: 9 });
        return page.statements.map(({ date }) => date.slice(-1));
      };
      assert.deepEqual(await dates("called"), ["4", "2", "3", "1"]);
      assert.deepEqual(await dates("called opened"), ["2", "4", "1", "3"]);
    }),
  );

  it(
    "the nearest days are those with hits, whatever dates were asked for",
    onArchive(open, async ({ store }) => {
      const days = ["2023-01-01", "2023-01-02", "2023-01-02", "2023-01-09"];
      const said = days.map((date, n) => ({ date, text: `The road ${n}.` }));
      await imported(store, [...said, { date: "2023-01-08", text: "Nothing." }]);
      const period = { from: day("2023-01-04"), to: day("2023-01-05") };
      const asked = { query: readQuery("road").query, filter: { ...EVERYTHING, ...period } };
      assert.deepEqual(await store.nearestDays(period.from, period.to, asked), {
        before: { period: "2023-01-02", count: 2 },
        after: { period: "2023-01-09", count: 1 },
      });
    }),
  );
}

/** What a text holds and its language, what readers type for it, and what does not find it. */
const FOUND: [text: string, language: string, typed: string[], not?: string[]][] = [
  [
    "He called on both sides.",
    "en",
    ["calls", "CALLED", '"called on"', "cal*", "both calling"],
    ['"calls"', '"on called"', "callous"],
  ],
  [
    "The ministry’s road",
    "en",
    ["ministry", "Ministry's road", "ministries"],
    ["minister’s roads closed"],
  ],
  [
    "Ağdam şəhərində torpağı",
    "az",
    ["Agdam", "AĞDAM", "Ag\u0306dam", "seherinde", "şəhər", "şəhərlər", "torpaq"],
    ["Agda"],
  ],
  ["İstanbul’da ılık", "tr", ["istanbul", "ISTANBUL", "İSTANBUL", "ilik", "ılık"]],
  ["gəlir", "az", ["gelir", "GƏLİR"]],
  ["Открыта дорога", "ru", ["дороги", "ДОРОГА", '"открыта дорога"'], ['"дороги"']],
  ["Воины и ее май", "ru", ["воин", "её", "май"], ["войны", '"маи"']],
  ["Про здоров’я сім'ї й пʼять", "uk", ["здоровʼя", "здоров'я", "сім’ї", "п'ять"], ["сім", "ять"]],
  ["Հայաստանի ճանապարհը և հույսը", "hy", ["Հայաստան", "ճանապարհ", "եւ"]],
  ["Ի՞նչ արե՛ք", "hy", ["ինչ", "Ի՞նչ", "արեք"], ["նչ"]],
  ["The aims of Baʿath\u2060ists", "en", ["Baathists"]],
  ["צה״ל בירך", "he", ["צה״ל", 'צה"ל', '"צה"ל בירך"']],
  [
    "한국어를 배우다",
    "ko",
    ["한국어", "한국", '"한국어를 배우다"', "한국".normalize("NFD")],
    ["국한"],
  ],
  ["सड़क की बात", "hi", ["सड़क", "सड़क".normalize("NFD"), "सडक"], ['"का"']],
  ["فُتح الطريق أمام الناس", "ar", ["فتح", "امام", "طريق"]],
  ["آنها می‌روند", "fa", ["می‌روند", "انها"]],
  ["双方恢复对话。", "zh", ["恢复对话", "对话", '"恢复 对话"'], ["复恢"]],
  ["道路が開いた", "ja", ["道路", "開いた", "が開", "が開".normalize("NFD")], ["路道", "か開"]],
  ["バスとﾊﾟﾝ", "ja", ["バス", "ﾊﾞｽ", "パン"], ["ハス", "パス"]],
  ["เปิดถนนแล้วน้ำท่วม", "th", ["ถนน", "เปิดถนน", "น้ำท่วม", "นํ้าท่วม"], ["เปดถนน", "ถน้น"]],
  ["re\u0301sume\u0301 of 2023", "en", ["résumé", "resume", "2023", "٢٠٢٣"]],
];

/** Whatever is typed, it is marked in the passage of the one hit. */
async function expectPassages(store: Store, written: string, typed: string[]): Promise<void> {
  for (const words of typed) {
    const { query } = readQuery(words) as { query: SearchQuery };
    const list = { query, filter: EVERYTHING, order: "newest", after: null, limit: 9 } as const;
    const ids = (await store.list(list)).statements.map(({ id }) => id);
    const found = await store.hitWords([...ids, "nobody0000"], query);
    assert.deepEqual([...found.keys()], ids);
    const { headline, passage } = found.get(ids[0] as string) as HitWords;
    assert.deepEqual(headline, [], words);
    assert.equal(passage?.text, written);
    assert.ok(passage.matches.length > 0, words);
    assert.match(passage.anchor, /^p-/);
  }
}

function searchedWords(open: OpenEmptyStore): void {
  for (const [written, language, typed, not = []] of FOUND) {
    it(
      `${written} is found by ${typed.join(", ")}`,
      onArchive(open, async ({ store }) => {
        const said: Said = { date: "2023-01-27", text: written, headline: "…", language };
        await imported(store, [said, { date: "2023-01-28", text: "Nothing.", headline: "…" }]);
        const total = (words: string) =>
          store.total({ query: readQuery(words).query, filter: EVERYTHING });
        for (const words of typed) assert.equal(await total(words), 1, words);
        for (const words of not) assert.equal(await total(words), 0, words);
        await expectPassages(store, written, typed);
      }),
    );
  }
}
