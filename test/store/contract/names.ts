import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type OpenEmptyStore, onArchive } from "../store-contract.ts";
import { content, digestOf, fileOf, imported, importing, listed } from "./made-statements.ts";

/** What statements write, and what readers type for it. */
const CASES: [written: string, asked: string[]][] = [
  ["İstanbul", ["istanbul", "İSTANBUL", "I\u0307stanbul", "ISTANBUL"]],
  ["Diyarbakır", ["DİYARBAKIR", "diyarbakir"]],
  ["Straße", ["STRASSE", "strasse", "STRAẞE"]],
  ["Κόσμος", ["ΚΌΣΜΟΣ", "κόσμοσ", "κόσμος"]],
  ["Москва", ["МОСКВА", "москва"]],
  ["Ağdam", ["AĞDAM", "Ag\u0306dam"]],
  ["新华社", ["新华社"]],
  ["𐐔𐐯𐑅𐐨", ["𐐼𐐯𐑅𐐨", "𐐔𐐇𐐝𐐀"]],
];

export function namesContract(open: OpenEmptyStore): void {
  describe("names", () => {
    it(
      "filter in any case, and by nothing less than the whole name",
      onArchive(open, async ({ store }) => {
        await imported(
          store,
          CASES.map(([place], index) => ({ date: "2023-01-27", place, text: `${index}.` })),
        );
        for (const [written, asked] of CASES) {
          for (const place of [written, ...asked]) {
            const page = await listed(store, { place });
            const found = page.statements.map((statement) => statement.place);
            assert.deepEqual(found, [written], place);
            assert.equal(page.total, 1);
          }
          assert.equal((await listed(store, { place: `${written}x` })).total, 0);
          assert.equal((await listed(store, { agency: written })).total, 0);
        }
      }),
    );

    it(
      "are shown as most statements write them, commonest first and then by name",
      onArchive(open, async ({ store }) => {
        const places = ["Moscow", "MOSCOW", "MOSCOW", "Baku", "Ankara", null];
        await imported(
          store,
          places.map((place, index) => ({ date: "2023-01-27", place, text: `${index}.` })),
        );
        assert.deepEqual(await store.names("place"), [
          { name: "MOSCOW", count: 3 },
          { name: "Ankara", count: 1 },
          { name: "Baku", count: 1 },
        ]);
        assert.deepEqual(await store.names("language"), [{ name: "en", count: 6 }]);
        assert.deepEqual(await store.names("agency"), []);
      }),
    );

    it(
      "that no statement has any longer are gone",
      onArchive(open, async ({ store }) => {
        const [id] = (await imported(store, [{ date: "2023-01-27", agency: "TASS" }])) as [string];
        const revised = content({ date: "2023-01-27", agency: "Interfax" });
        await importing(store, (archive) =>
          archive.revise(id, revised, digestOf(revised), fileOf("1.txt", revised)),
        );
        assert.deepEqual(await store.names("agency"), [{ name: "Interfax", count: 1 }]);
        assert.equal((await listed(store, { agency: "TASS" })).total, 0);
      }),
    );
  });
}
