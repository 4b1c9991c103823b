import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, type TestContext } from "node:test";
import { promisify } from "node:util";
import { add } from "../store/contract/made-statements.ts";
import { IMPORTED_AT, openTestArchive, type TestArchive } from "../support/archive.ts";
import { debianTest } from "../support/debian.ts";
import { EXAMPLE_FILES, manyFiles } from "../support/example-files.ts";
import { sharedPath, sharedTest } from "../support/shared.ts";
import { startSite, type TestSite } from "../support/site.ts";

const run = promisify(execFile);

const HARVESTER = `
my $harvester = HTTP::OAI::Harvester->new(baseURL => $ARGV[0]);
print $harvester->Identify->repositoryName, "\\n";
my $records = $harvester->ListRecords(metadataPrefix => "oai_dc", onRecord => sub {
  my ($record) = @_;
  print join("\\t", $record->identifier, $record->datestamp, $record->is_deleted ? "deleted" : "there"), "\\n";
});
die $records->message unless $records->is_success;
`;

/** Every kind of answer. */
const FORMS = [
  "verb=Identify",
  "verb=ListSets",
  "verb=ListMetadataFormats",
  "verb=ListRecords&metadataPrefix=oai_dc",
  "verb=ListIdentifiers&metadataPrefix=oai_dc&set=year:2023&from=2020-01-01&until=2030-01-01",
  "verb=ListRecords&metadataPrefix=oai_dc&set=agency:nobody",
  "verb=ListRecords&metadataPrefix=%3Cmarc%3E",
  "verb=GetRecord&metadataPrefix=oai_dc&identifier=not%20one%5B",
  "verb=ListRecords&resumptionToken=%00%3C",
  "verb=Nothing&%00=%01",
];

/** What the schemas import from elsewhere: the one attribute that they use of it. */
const XML_XSD = `<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace"><attribute name="lang" type="language"/></schema>`;

const ALL_XSD = `<schema xmlns="http://www.w3.org/2001/XMLSchema">
<import namespace="http://www.openarchives.org/OAI/2.0/" schemaLocation="OAI-PMH.xsd"/>
<import namespace="http://www.openarchives.org/OAI/2.0/oai_dc/" schemaLocation="oai_dc.xsd"/>
<import namespace="http://www.openarchives.org/OAI/2.0/oai-identifier" schemaLocation="oai-identifier.xsd"/>
</schema>`;

describe("the answers of OAI-PMH", () => {
  let archive: TestArchive;
  let folder: string;
  before(async () => {
    archive = await openTestArchive();
    const sample = { at: IMPORTED_AT, dryRun: false, sample: true };
    await archive.store.importRun(sample, (made) =>
      add(made, { date: "1789-07-14", text: "The walls fell." }),
    );
    await archive.import({ ...manyFiles(120), ...EXAMPLE_FILES });
    folder = await mkdtemp(path.join(tmpdir(), "dateline-oai-"));
  });
  after(async () => {
    await archive.close();
    await rm(folder, { recursive: true, force: true });
  });

  const title = "are as the schemas of the Open Archives Initiative say";
  const schemas = sharedPath("schemas/oai");
  if (schemas === null) sharedTest("schemas/oai", title, () => {});
  else debianTest("libxml2-utils", title, (context) => expectValid(schemas, context));

  async function expectValid(from: string, context: TestContext): Promise<void> {
    const schema = await schemaIn(from, folder);
    const strings = sharedPath("payloads/strings/blns.txt");
    if (strings !== null) await archive.import(await hostileFiles(strings));
    const site = await startSite(archive.path, { url: "https://archive.example" });
    const files: string[] = [];
    for (const form of FORMS) files.push(await written(site, form, files.length));
    for (let token = await tokenIn(files[3]); token; token = await tokenIn(files.at(-1))) {
      const form = `verb=ListRecords&resumptionToken=${encodeURIComponent(token)}`;
      files.push(await written(site, form, files.length));
    }
    await site.close();
    await run("xmllint", ["--nonet", "--noout", "--schema", schema, ...files]);
    context.diagnostic(`${files.length} answers`);
    const wrong = path.join(folder, "wrong.xml");
    const [identify = ""] = files;
    const text = await readFile(identify, "utf8");
    await writeFile(wrong, text.replace("persistent", "sometimes"));
    await assert.rejects(run("xmllint", ["--nonet", "--noout", "--schema", schema, wrong]));
  }

  async function written(site: TestSite, form: string, number: number): Promise<string> {
    const file = path.join(folder, `${number}.xml`);
    await writeFile(file, await (await site.get(`/oai?${form}`)).text());
    return file;
  }

  debianTest(
    "libhttp-oai-perl",
    "are harvested whole by HTTP::OAI, deletions and all",
    async () => {
      const site = await startSite(archive.path);
      const { stdout } = await run("perl", ["-MHTTP::OAI", "-e", HARVESTER, `${site.url}/oai`]);
      const [name, ...records] = stdout.trim().split("\n");
      assert.equal(name, "Test archive");
      const { total } = await archive.store.summary();
      assert.equal(records.length, total + 1);
      assert.equal(new Set(records).size, total + 1);
      assert.equal(records.filter((record) => record.endsWith("deleted")).length, 1);
      await site.close();
    },
  );
});

/** The schemas as they are, but that they find on the disk what they import. */
async function schemaIn(from: string, folder: string): Promise<string> {
  for (const name of await readdir(from)) {
    const text = await readFile(path.join(from, name), "utf8");
    await writeFile(path.join(folder, name), text.replace(/http:[^"]*\/xml\.xsd/g, "xml.xsd"));
  }
  await writeFile(path.join(folder, "xml.xsd"), XML_XSD);
  await writeFile(path.join(folder, "all.xsd"), ALL_XSD);
  return path.join(folder, "all.xsd");
}

async function tokenIn(file = ""): Promise<string> {
  return />([^<]+)<\/resumptionToken>/.exec(await readFile(file, "utf8"))?.[1] ?? "";
}

/** Each line as title, agency, place and tag of a statement, as far as a file can say so. */
async function hostileFiles(file: string): Promise<Record<string, string>> {
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");
  return Object.fromEntries(
    lines.map((line, n) => {
      const words = JSON.stringify(line.slice(0, 100));
      const head = `---\ndate: 2023-01-27\ntitle: ${words}\nagency: ${words}\ntags: [${words}]\n---\n`;
      return [`hostile/${n}.md`, `${head}\n${line}\n\nNumber ${n}.\n`];
    }),
  );
}
