import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { add } from "../../store/contract/made-statements.ts";
import { IMPORTED_AT, openTestArchive, type TestArchive } from "../../support/archive.ts";
import { EXAMPLE_FILES, manyFiles } from "../../support/example-files.ts";
import { startSite, type TestSite } from "../../support/site.ts";

const LATER = "2024-06-01T12:00:00Z";
const RECORDS = "verb=ListRecords&metadataPrefix=oai_dc";

const all = (text: string, name: string) =>
  [...text.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, "g"))].map(
    ([, inside = ""]) => inside,
  );
const codes = (text: string) => [...text.matchAll(/<error code="(\w+)">/g)].map(([, code]) => code);

async function ask(site: TestSite, form: string): Promise<string> {
  const answer = await site.get(`/oai?${form}`);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("content-type"), "text/xml; charset=utf-8");
  return answer.text();
}

/** Everything that a harvester gets, from answer to answer. */
async function harvest(site: TestSite, form: string): Promise<string[]> {
  const answers = [await ask(site, form)];
  const verb = form.split("&")[0];
  for (let token = tokenOf(answers[0]); token; token = tokenOf(answers.at(-1))) {
    answers.push(await ask(site, `${verb}&resumptionToken=${encodeURIComponent(token)}`));
  }
  return answers;
}

const tokenOf = (text = "") => all(text, "resumptionToken")[0] ?? "";

describe("OAI-PMH", () => {
  let archive: TestArchive;
  let site: TestSite;
  before(async () => {
    archive = await openTestArchive(EXAMPLE_FILES);
    await archive.import({ "late.txt": " date 1911-05-04 TASS. It was said late." }, LATER);
    site = await startSite(archive.path, { rights: "Quote freely." });
  });
  after(async () => {
    await site.close();
    await archive.close();
  });

  it("says whose archive it is, from when on, and that what is deleted stays known", async () => {
    const text = await ask(site, "verb=Identify");
    assert.deepEqual(all(text, "repositoryName"), ["Test archive"]);
    assert.deepEqual(all(text, "baseURL"), [`${site.url}/oai`]);
    assert.deepEqual(all(text, "adminEmail"), ["postmaster@127.0.0.1"]);
    assert.deepEqual(all(text, "earliestDatestamp"), [IMPORTED_AT]);
    assert.deepEqual(all(text, "deletedRecord"), ["persistent"]);
    assert.deepEqual(all(text, "granularity"), ["YYYY-MM-DDThh:mm:ssZ"]);
  });

  it("names the contact where it is an e-mail address", async () => {
    const named = await startSite(archive.path, {
      contact: "desk@archive.example",
      url: "https://archive.example",
    });
    const text = await ask(named, "verb=Identify");
    assert.deepEqual(all(text, "adminEmail"), ["desk@archive.example"]);
    assert.deepEqual(all(text, "repositoryIdentifier"), ["archive.example"]);
    await named.close();
  });

  it("has a set for each year and each agency", async () => {
    const sets = all(await ask(site, "verb=ListSets"), "setSpec");
    assert.deepEqual(sets.slice(0, 3), ["year:1911", "year:2022", "year:2023"]);
    assert.ok(sets.includes("agency:ria_novosti"));
    for (const set of sets) {
      const text = await ask(site, `${RECORDS}&set=${set}`);
      const [records, members] = [all(text, "identifier"), all(text, "setSpec")];
      assert.equal(members.filter((member) => member === set).length, records.length, set);
    }
  });

  it("gives a record in Dublin Core", async () => {
    const text = await ask(site, `${RECORDS}&set=agency:ria_novosti`);
    assert.deepEqual(all(text, "dc:title"), ["The ministers met at noon"]);
    assert.deepEqual(all(text, "dc:creator"), ["RIA Novosti"]);
    assert.deepEqual(all(text, "dc:publisher"), ["Test archive"]);
    assert.deepEqual(all(text, "dc:date"), ["2023-01-27"]);
    assert.deepEqual(all(text, "dc:coverage"), ["Moscow"]);
    assert.deepEqual(all(text, "dc:language"), ["en"]);
    assert.deepEqual(all(text, "dc:rights"), ["Quote freely."]);
    assert.deepEqual(all(text, "datestamp"), [IMPORTED_AT]);
    const [address = ""] = all(text, "dc:identifier");
    assert.equal((await fetch(address)).status, 200);
  });

  it("gives the same record by its identifier", async () => {
    const [identifier = ""] = all(await ask(site, `${RECORDS}&set=year:2022`), "identifier");
    assert.match(identifier, /^oai:127\.0\.0\.1:[0-9a-z]{10}$/);
    const asked = `verb=GetRecord&metadataPrefix=oai_dc&identifier=${identifier}`;
    const record = /<record>.*<\/record>/s;
    assert.equal(
      record.exec(await ask(site, asked))?.[0],
      record.exec(await ask(site, `${RECORDS}&set=year:2022`))?.[0],
    );
    const formats = await ask(site, `verb=ListMetadataFormats&identifier=${identifier}`);
    assert.deepEqual(all(formats, "metadataPrefix"), ["oai_dc"]);
  });

  const selections: [selection: string, records: number][] = [
    ["", 5],
    ["&from=2024-05-06", 5],
    ["&until=2024-05-06", 4],
    ["&until=2024-05-05", 0],
    ["&from=2024-05-07", 1],
    ["&from=2024-06-01&until=2024-06-01", 1],
    ["&from=2024-06-01T12:00:00Z", 1],
    ["&from=2024-06-01T12:00:01Z", 0],
    ["&until=2024-06-01T12:00:00Z", 5],
    ["&until=2024-06-01T11:59:59Z", 4],
    ["&set=year:2023&from=2024-06-01", 0],
    ["&set=year:1911&from=2024-06-01", 1],
    ["&set=agency:nobody", 0],
    ["&set=place:baku", 0],
  ];
  for (const [selection, records] of selections) {
    it(`selects ${records} records by ${selection || "nothing"}, both ends included`, async () => {
      for (const verb of ["ListRecords", "ListIdentifiers"]) {
        const text = await ask(site, `verb=${verb}&metadataPrefix=oai_dc${selection}`);
        assert.equal(all(text, "identifier").length, records);
        assert.deepEqual(codes(text), records === 0 ? ["noRecordsMatch"] : []);
      }
    });
  }

  const faults: [form: string, code: string][] = [
    ["", "badVerb"],
    ["verb=", "badVerb"],
    ["verb=identify", "badVerb"],
    ["verb=toString", "badVerb"],
    ["verb=Identify&verb=Identify", "badVerb"],
    ["verb=Identify&other=1", "badArgument"],
    ["verb=GetRecord&metadataPrefix=oai_dc", "badArgument"],
    ["verb=ListRecords", "badArgument"],
    [`${RECORDS}&metadataPrefix=oai_dc`, "badArgument"],
    [`${RECORDS}&from=junk`, "badArgument"],
    [`${RECORDS}&from=`, "badArgument"],
    [`${RECORDS}&from=2023-02-30`, "badArgument"],
    [`${RECORDS}&from=2023-02-03T24:00:00Z`, "badArgument"],
    [`${RECORDS}&from=2023-02-03T10:00:00`, "badArgument"],
    [`${RECORDS}&from=2023-02-03&until=2023-02-02`, "badArgument"],
    [`${RECORDS}&from=2023-02-03&until=2023-02-04T00:00:00Z`, "badArgument"],
    [`${RECORDS}&set=a%20b`, "badArgument"],
    [`${RECORDS}&resumptionToken=100/7///`, "badArgument"],
    ["verb=ListRecords&metadataPrefix=marc21", "cannotDisseminateFormat"],
    ["verb=ListIdentifiers&metadataPrefix=%00", "cannotDisseminateFormat"],
    ["verb=ListRecords&resumptionToken=junk", "badResumptionToken"],
    ["verb=ListRecords&resumptionToken=1/1/junk//", "badResumptionToken"],
    ["verb=ListSets&resumptionToken=1/1///", "badResumptionToken"],
    ["verb=GetRecord&metadataPrefix=oai_dc&identifier=really_wrong_id", "idDoesNotExist"],
    ["verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:127.0.0.1:0000000000", "idDoesNotExist"],
    ["verb=ListMetadataFormats&identifier=%3Cb%3E", "idDoesNotExist"],
  ];
  for (const [form, code] of faults) {
    it(`answers ${form || "nothing"} with ${code}`, async () => {
      const text = await ask(site, form);
      assert.deepEqual([...new Set(codes(text))], [code]);
      const repeated = /<request [^>]*verb=/.test(text);
      assert.equal(repeated, code !== "badVerb" && code !== "badArgument");
    });
  }

  it("answers a form that is posted as it answers the query", async () => {
    const post = (body: string, type = "application/x-www-form-urlencoded") =>
      site.get("/oai", { method: "POST", body, headers: { "Content-Type": type } });
    const records = /<ListRecords>.*<\/ListRecords>/s;
    const posted = await (await post(RECORDS)).text();
    assert.equal(records.exec(posted)?.[0], records.exec(await ask(site, RECORDS))?.[0]);
    assert.deepEqual(codes(await (await post(RECORDS, "text/plain")).text()), ["badVerb"]);
    assert.equal((await post(`x=${"y".repeat(20_000)}`)).status, 400);
    assert.equal((await site.get("/statements", { method: "POST", body: "" })).status, 405);
    const put = await site.get("/oai", { method: "PUT", body: "" });
    assert.equal(put.status, 405);
    assert.equal(put.headers.get("allow"), "GET, HEAD, OPTIONS, POST");
  });

  it("of an empty archive has no records and no sets, and says so", async () => {
    const empty = await openTestArchive();
    const bare = await startSite(empty.path);
    assert.deepEqual(codes(await ask(bare, RECORDS)), ["noRecordsMatch"]);
    assert.deepEqual(codes(await ask(bare, "verb=ListSets")), ["noSetHierarchy"]);
    assert.deepEqual(all(await ask(bare, "verb=Identify"), "earliestDatestamp"), [
      "1970-01-01T00:00:00Z",
    ]);
    await bare.close();
    await empty.close();
  });

  it("is not there while the archive cannot be read, and asks to come again", async () => {
    const { DatelineError } = await import("../../../src/errors.ts");
    const broken = await startSite({
      ...archive.store,
      changes: async () => {
        throw new DatelineError("unavailable", "gone");
      },
    });
    const answer = await broken.get(`/oai?${RECORDS}`);
    assert.equal(answer.status, 503);
    assert.ok(Number(answer.headers.get("retry-after")) > 0);
    await broken.close();
  });
});

describe("a harvest in parts", () => {
  it("brings every record once, and its last part says that it is the last", async () => {
    const archive = await openTestArchive(manyFiles(230));
    const site = await startSite(archive.path);
    const parts = await harvest(site, `${RECORDS}&set=year:2021&from=2020-01-01`);
    assert.deepEqual(
      parts.map((part) => all(part, "identifier").length),
      [100, 100, 30],
    );
    assert.equal(new Set(parts.flatMap((part) => all(part, "identifier"))).size, 230);
    assert.match(parts[2] ?? "", /<resumptionToken cursor="200"><\/resumptionToken>/);
    await site.close();
    await archive.close();
  });

  it("goes on after a restart and an import, misses nothing, and meets what changed meanwhile", async () => {
    const archive = await openTestArchive(manyFiles(150));
    const first = await startSite(archive.path);
    const begun = await ask(first, RECORDS);
    await first.close();
    const changed = {
      "0.txt": " date 2021-01-01 Statement number 0 was said otherwise.",
      "new.txt": " date 1911-05-04 Something old that came late.",
    };
    await archive.import(changed, LATER);
    const second = await startSite(archive.path, { url: first.url });
    const rest = await harvest(
      second,
      `verb=ListRecords&resumptionToken=${encodeURIComponent(tokenOf(begun))}`,
    );
    const before = all(begun, "identifier");
    const after = rest.flatMap((part) => all(part, "identifier"));
    assert.equal(before.length + after.length, 152);
    assert.equal(new Set([...before, ...after]).size, 151);
    assert.deepEqual(rest.flatMap((part) => all(part, "datestamp")).slice(-2), [LATER, LATER]);
    await second.close();
    await archive.close();
  });
});

describe("what was taken away", () => {
  it("stays in the harvest for ever, as deleted and without its words", async () => {
    const archive = await openTestArchive();
    const sample = { at: IMPORTED_AT, dryRun: false, sample: true };
    const said = { date: "1789-07-14", text: "The walls fell." };
    const id = await archive.store.importRun(sample, (run) => add(run, said));
    await archive.import(EXAMPLE_FILES, LATER);
    const site = await startSite(archive.path);
    const identifier = `oai:127.0.0.1:${id}`;
    for (const form of [
      RECORDS,
      `${RECORDS}&set=year:1789&from=2024-06-01`,
      `verb=GetRecord&metadataPrefix=oai_dc&identifier=${identifier}`,
    ]) {
      const text = await ask(site, form);
      const record = `<record>\n<header status="deleted">\n<identifier>${identifier}</identifier>\n<datestamp>${LATER}</datestamp>\n<setSpec>year:1789</setSpec>\n</header>\n</record>`;
      assert.ok(text.includes(record), text);
      assert.doesNotMatch(text, /walls/);
    }
    await site.close();
    await archive.close();
  });
});
