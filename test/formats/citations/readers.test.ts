import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import type { Citation } from "../../../src/citation.ts";
import { bibtexFile } from "../../../src/formats/citations/bibtex.ts";
import { cslItems } from "../../../src/formats/citations/csl-json.ts";
import { risFile } from "../../../src/formats/citations/ris.ts";
import { texText } from "../../../src/formats/citations/tex-text.ts";
import { jsonText } from "../../../src/formats/json-text.ts";
import { apaReference } from "../../../src/pages/citations/apa.ts";
import { chicagoBibliography } from "../../../src/pages/citations/chicago.ts";
import { plainCitation } from "../../../src/pages/citations/cited-text.ts";
import { mlaWork } from "../../../src/pages/citations/mla.ts";
import { debianTest } from "../../support/debian.ts";
import {
  citationsOf,
  exampleCitation,
  HOSTILE_TITLES,
  hostileLines,
  WITHDRAWN,
} from "../../support/example-citations.ts";
import { sharedPath } from "../../support/shared.ts";

const OWN = citationsOf(HOSTILE_TITLES);
const NOTED = exampleCitation({ id: "w0", withdrawn: WITHDRAWN });
const STRINGS = sharedPath("payloads/strings");
/** Ours, and where they are, the strings that break others. */
const CITATIONS = [
  ...OWN,
  NOTED,
  ...(STRINGS ? hostileLines(STRINGS) : []).map((headline, at) =>
    exampleCitation({ id: `s${at}`, headline }),
  ),
];

const CSL_STYLES = "/usr/share/citation-style-language/styles";
const READ_BIBTEX = `
import json, sys, bibtexparser
parser = bibtexparser.bparser.BibTexParser(ignore_nonstandard_types=False)
print(json.dumps(bibtexparser.load(open(sys.argv[1], encoding="utf8"), parser).entries))
`;

const ENTITIES = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

let folder: string;

function written(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function run(program: string, ...parameters: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, parameters, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  assert.equal(status, 0, `${program}: ${stderr}`);
  return stdout;
}

/** What a reader of TeX or CSL may set in its own types: quotation marks, raised letters. */
function setPlain(text: string | undefined): string {
  return (text ?? "")
    .replace(/<\/?su[bp]>/g, "")
    .normalize("NFKC")
    .replace(/[‘’“”"`]/g, "'")
    .replace(/\s+/g, " ");
}

/** Styles differ in which quotation marks and capitals they print, and pandoc marks addresses. */
function withoutMarks(text: string): string {
  return text.replace(/[“”"<>]/g, "").replace(/\s+/g, " ");
}

function decoded(xml: string): string {
  return xml.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: "lt") => ENTITIES[name]);
}

interface Read {
  id: string;
  title?: string;
  author?: { literal?: string }[];
  issued?: unknown;
  publisher?: string;
  "container-title"?: string;
  URL?: string;
}

/** `known` leaves out of an expected text what the reader has no word for. */
function assertReadWhole(items: Read[], known = (text: string) => text): void {
  assert.equal(items.length, CITATIONS.length);
  const read = new Map(items.map((item) => [item.id, item]));
  for (const { key, title, author, site, url } of CITATIONS) {
    const item = read.get(key);
    const names = [item?.title, item?.author?.[0]?.literal, item?.publisher];
    if (item?.publisher === undefined) names[2] = item?.["container-title"];
    assert.deepEqual(names.map(setPlain), [title, author ?? "", site].map(known).map(setPlain));
    assert.deepEqual([item?.URL, item?.issued], [url, { "date-parts": [[2023, 1, 27]] }]);
  }
}

/** Pandoc knows no `\textbraceleft`, which only braces without a partner need. */
function withoutLoneBraces(text: string): string {
  const isPartner = /(\\[{}])|\{\\textbrace(?:left|right)\}/g;
  const marks = [...texText(text).matchAll(isPartner)].map(([, partnered]) => partnered);
  return text.replace(/[{}]/g, (brace) => (marks.shift() ? brace : ""));
}

/** The same in the Chicago, APA and MLA of the Citation Style Language, which name no revision in the first two. */
const STYLES = [
  ["chicago-fullnote-bibliography", chicagoBibliography, /, revision 2/],
  ["apa", apaReference, / \(Revision 2\)/],
  ["modern-language-association", mlaWork, /$/],
] as const;

describe("outside readers of citations", () => {
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "dateline-cite-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  debianTest("pandoc", "pandoc reads every title, name and address in BibTeX", () => {
    const file = written("all.bib", bibtexFile(CITATIONS));
    const items = run("pandoc", "-f", "biblatex", "-t", "csljson", file);
    assertReadWhole(JSON.parse(items), withoutLoneBraces);
  });

  debianTest("pandoc", "pandoc reads every title, name and address in CSL-JSON", () => {
    const file = written("all.json", jsonText(cslItems(CITATIONS)));
    assertReadWhole(JSON.parse(run("pandoc", "-f", "csljson", "-t", "csljson", file)));
  });

  debianTest("pandoc", "pandoc cites from both files, in any style", () => {
    const text = written("text.md", "Said.[@dateline-k3m9p2q7ra-2]\n");
    for (const [name, content] of [
      ["one.bib", bibtexFile([exampleCitation()])],
      ["one.json", jsonText(cslItems([exampleCitation()]))],
    ] as const) {
      const file = written(name, content);
      const cited = run("pandoc", "--citeproc", "--bibliography", file, "-t", "plain", text);
      assert.match(cited, /Coast Wire\. 2023\. “The River Bridge Opens Again\.”\s+Dateline\./);
      assert.match(cited, /https:\/\/archive\.example\/s\/k3m9p2q7ra@2/);
    }
  });

  debianTest(
    "citation-style-language-styles",
    "Chicago, APA and MLA read as the styles' own rules make them of our CSL-JSON",
    () => {
      const file = written("one.json", jsonText(cslItems([exampleCitation()])));
      const text = written("text.md", "Said.[@dateline-k3m9p2q7ra-2]\n");
      for (const [name, style, unnamed] of STYLES) {
        const parameters = ["--citeproc", "--csl", `${CSL_STYLES}/${name}.csl`, "--wrap=none"];
        const cited = run("pandoc", ...parameters, "--bibliography", file, "-t", "plain", text);
        const ours = plainCitation(style(exampleCitation())).replace(unnamed, "");
        assert.ok(withoutMarks(cited).includes(withoutMarks(ours)), `${cited}\n${ours}`);
      }
    },
  );

  debianTest("biber", "biber finds no fault with an entry, and knows all of its fields", () => {
    const file = written("own.bib", bibtexFile([...OWN, NOTED]));
    const said = run("biber", "--tool", "--validate-datamodel", "--output-file", "out.bib", file);
    assert.doesNotMatch(said, /^(?:WARN|ERROR)/m);
    const kept = readFileSync(join(folder, "out.bib"), "utf8");
    for (const field of ["AUTHOR", "TITLE", "DATE", "ORGANIZATION", "VERSION", "URL", "LANGID"]) {
      assert.equal(kept.match(new RegExp(`^  ${field} = `, "gm"))?.length, OWN.length + 1);
    }
    assert.match(kept, /^ {2}NOTE = \{Withdrawn 2024-06-07\}/m);
  });

  debianTest("bibutils", "bibutils reads every record and title of RIS", () => {
    const xml = run("ris2xml", written("all.ris", risFile(CITATIONS)));
    const records = xml.split("<mods ID=").slice(1);
    assert.equal(records.length, CITATIONS.length);
    for (const [at, record] of records.entries()) {
      const { key, title, url } = CITATIONS[at] as Citation;
      assert.ok(record.startsWith(`"${key}"`));
      assert.ok(record.includes(`<url>${url}</url>`));
      // It takes what follows a colon for a subtitle, and spaces beside it for its own.
      const parts = /<title>([^<]*)<\/title>\s*(?:<subTitle>([^<]*)<)?/.exec(record) ?? [];
      const read = decoded(`${parts[1]}${parts[2] ?? ""}`);
      assert.equal(read.replace(/[\s:]/g, ""), title.replace(/[\s:]/g, ""));
    }
  });

  debianTest("python3-bibtexparser", "bibtexparser keeps every field of every entry", () => {
    const file = written("own.bib", bibtexFile(OWN));
    const entries = JSON.parse(run("/usr/bin/python3", "-c", READ_BIBTEX, file));
    assert.equal(entries.length, OWN.length);
    for (const [at, { key, title, author, url, site }] of OWN.entries()) {
      assert.deepEqual(entries[at], {
        ENTRYTYPE: "online",
        ID: key,
        author: `{${texText(author ?? "")}}`,
        title: `{${texText(title)}}`,
        date: "2023-01-27",
        year: "2023",
        organization: `{${texText(site)}}`,
        version: "2",
        url,
        langid: "english",
      });
    }
  });
});
