import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { readDateline } from "../../src/import/dateline.ts";

type Expected = [opening: string, place: string, agency: string | null, day: string | null];

/** Every opening is followed by "The road is open." in some script; the day is `day.month[.year]`. */
const datelines: Expected[] = [
  ["MOSCOW, February 22 – RIA Novosti. The", "Moscow", "RIA Novosti", "22.2"],
  ["Moscow – RIA Novosti. The", "Moscow", "RIA Novosti", null],
  ["GENEVA (Agency) – The", "Geneva", "Agency", null],
  ["Geneva (Agency) — The", "Geneva", "Agency", null],
  ["THE HAGUE, 5 March (Reuters) - The", "The Hague", "Reuters", "5.3"],
  ["Washington, D.C. — The", "Washington, D.C.", null, null],
  ["PARIS —The", "Paris", null, null],
  ["PARIS -- The", "Paris", null, null],
  ["PARIS ― The", "Paris", null, null],
  ["PARIS − The", "Paris", null, null],
  ["NEW YORK/GENEVA, Jan. 3 – The", "New York/Geneva", null, "3.1"],
  ["Baku, 22 February, APA – The", "Baku", "APA", "22.2"],
  ["MOSCOW. February 22. INTERFAX - The", "Moscow", "INTERFAX", "22.2"],
  ["MOSCOW, February 22. /TASS/. The", "Moscow", "TASS", "22.2"],
  ["YEREVAN, FEBRUARY 22, ARMENPRESS. The", "Yerevan", "ARMENPRESS", "22.2"],
  ["BEIJING, Feb. 22 (Xinhua) -- The", "Beijing", "Xinhua", "22.2"],
  ["NEW DELHI, Feb 22 (PTI) The", "New Delhi", "PTI", "22.2"],
  ["LONDON Feb 22 (Reuters) - The", "London", "Reuters", "22.2"],
  ["Berlin (dpa) - Der", "Berlin", "dpa", null],
  ["Wien, 5. März 2023 (APA) – Der", "Wien", "APA", "5.3.2023"],
  ["PARIS, 1er mars (AFP) - Le", "Paris", "AFP", "1.3"],
  ["Paris, le 22 février 2023 – Le", "Paris", null, "22.2.2023"],
  ["Madrid, 22 feb (EFE).- El", "Madrid", "EFE", "22.2"],
  ["GENEVA (22 February 2023) – The", "Geneva", null, "22.2.2023"],
  ["BRUSSELS, 22.02.2023 – The", "Brussels", null, "22.2.2023"],
  ["Moscow, February 22, 2023\n\nThe", "Moscow", null, "22.2.2023"],
  ["GENEVA, Wednesday – The", "Geneva", null, null],
  ["BAKU, Azerbaijan, February 22. Trend: The", "Baku, Azerbaijan", "Trend", "22.2"],
  ["KORNIDZOR, Armenia (AP) — The", "Kornidzor, Armenia", "AP", null],
  ["COLUMBUS, Ohio — The", "Columbus, Ohio", null, null],
  ["ROSTOV-ON-DON, March 3 - The", "Rostov-on-Don", null, "3.3"],
  ["PORT-AU-PRINCE, Haiti (AP) — The", "Port-au-Prince, Haiti", "AP", null],
  ["ST. PETERSBURG, June 5 – The", "St. Petersburg", null, "5.6"],
  ["OLDVILLE-ON-SEA, June 5 – The", "Oldville-on-Sea", null, "5.6"],
  ["МОСКВА, 22 февраля – РИА Новости. Дорога", "Москва", "РИА Новости", "22.2"],
  ["Москва. 22 февраля. INTERFAX.RU - Дорога", "Москва", "INTERFAX.RU", "22.2"],
  ["ԵՐԵՎԱՆ, 22 ՓԵՏՐՎԱՐԻ, ԱՐՄԵՆՊՐԵՍ։ Ճանապարհը", "Երևան", "ԱՐՄԵՆՊՐԵՍ", "22.2"],
  ["BAKI, 22 fevral, AZƏRTAC – Yol", "Bakı", "AZƏRTAC", "22.2"],
  ["İSTANBUL, 22 Şubat (AA) – Yol", "İstanbul", "AA", "22.2"],
  ["موسكو (رويترز) - الطريق", "موسكو", "رويترز", null],
  ["القاهرة، 22 فبراير (رويترز) - الطريق", "القاهرة", "رويترز", "22.2"],
  ["القاهرة 22 يناير كانون الثاني (رويترز) - الطريق", "القاهرة", "رويترز", "22.1"],
  ["القاهرة، ٢٢ فبراير (رويترز) - الطريق", "القاهرة", "رويترز", "22.2"],
  ["新华社北京２月22日电 道路", "北京", "新华社", "22.2"],
  ["新华社北京2月22日电 道路", "北京", "新华社", "22.2"],
  ["【モスクワ共同】道", "モスクワ", "共同", null],
];

test("a dateline gives its place, agency and day, and takes no more than itself", () => {
  for (const [opening, place, agency, day] of datelines) {
    const dateline = readDateline(`${opening} road is open.`);
    assert.ok(dateline, opening);
    const { day: d, month, year } = dateline;
    const written = d === null ? null : [d, month, year].filter((part) => part !== null).join(".");
    assert.deepEqual([dateline.place, dateline.agency, written], [place, agency, day], opening);
    const words = /[^\s】]+$/u.exec(opening)?.[0].replace("—", "");
    assert.ok(opening.slice(dateline.length) === words, opening);
  }
});

const prose = [
  "Moscow – that is where the talks were held.",
  "Moscow – Russia’s capital – is cold.",
  "Moscow – The capital is cold.",
  "MOSCOW – the capital – said no.",
  "Speaking on Friday – the day of talks – he said no.",
  "Russia – the largest country – said no.",
  "RUSSIA – The president said no.",
  "Vladimir Putin – President of Russia – said no.",
  "President of Russia Vladimir Putin: Good afternoon – welcome.",
  "Q: Will it open?",
  "SERGEY LAVROV (Foreign Minister of Russia) – Good day.",
  "ВЛАДИМИР ПУТИН (Президент России) – Добрый день.",
  "Q (Reuters) – Will it open?",
  "据新华社北京2月22日电，道路开通。",
  "NATO – The alliance met.",
  "NATO (Brussels) – The alliance met.",
  "BREAKING – The road is open.",
  "GAZPROM – The company spoke.",
  "Friday, February 22 – The ministry spoke.",
  "On February 22 – The ministry spoke.",
  "Statement, 22 February – The road is open.",
  "PRESS RELEASE (22 February 2023) – The road is open.",
  "Geneva (Switzerland) – The city is cold.",
  "Angela Merkel (CDU) – The chancellor spoke.",
  "Angela Merkel, 22 February – The road is open.",
  "Question (Reuters) – Will it open?",
  "Armenia, Azerbaijan – Two states agreed.",
  "MOSCOW IS READY – The minister spoke.",
  "May 9 – Victory Day is near.",
  "Moscow. The city is cold.",
  "moscow, February 22 – The road is open.",
  "MOSCOW, February 22 –",
  "",
];

test("prose is never taken for a dateline", () => {
  for (const text of prose) assert.equal(readDateline(text), null, text);
});

test("whatever the text, a dateline leaves words behind it", () => {
  const bits = fc.constantFrom(
    "MOSCOW",
    "Moscow",
    ", ",
    " – ",
    "(AFP)",
    "22 ",
    "May ",
    ". ",
    "/",
    "Tass",
    "\n",
    " ",
    "A",
    "։",
  );
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 20 }), (parts) => {
      const text = parts.join("");
      const dateline = readDateline(text);
      if (dateline) assert.ok(text.slice(dateline.length).trim() !== "");
    }),
  );
});

for (const corpus of ["kremlin-en", "fomc"]) {
  const folder = `../shared/corpora/${corpus}`;
  const skip = existsSync(folder) ? false : `${folder} is not there`;
  test(`no statement and no paragraph of ${corpus} is taken for a dateline`, { skip }, () => {
    for (const file of readdirSync(folder)) {
      const text = readFileSync(`${folder}/${file}`, "utf8").replace(/^\s*date \S+\s+/, "");
      for (const paragraph of text.split(/\n\s*\n/))
        assert.equal(readDateline(paragraph), null, file);
    }
  });
}
