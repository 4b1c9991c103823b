import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Citation } from "../../../src/citation.ts";
import { apaReference } from "../../../src/pages/citations/apa.ts";
import { chicagoBibliography, chicagoNote } from "../../../src/pages/citations/chicago.ts";
import { type CitedText, plainCitation } from "../../../src/pages/citations/cited-text.ts";
import { mlaWork } from "../../../src/pages/citations/mla.ts";
import { wikipediaTemplate } from "../../../src/pages/citations/wikipedia.ts";
import type { IsoDate } from "../../../src/statements/iso-date.ts";
import { directionOfWords } from "../../../src/text/paragraph-direction.ts";
import { exampleCitation, HOSTILE_TITLES, WITHDRAWN } from "../../support/example-citations.ts";

const ADDRESS = "https://archive.example/s/k3m9p2q7ra@2";
const TITLE = "The River Bridge Opens Again";

const titled = exampleCitation();
const untitled = exampleCitation({ headline: "The bridge is open", headlineDerived: true });
const unnamed = exampleCitation({ agency: null });
const asking = exampleCitation({ headline: "Will it open?", agency: "Wire Inc." });
const withdrawn = exampleCitation({ withdrawn: WITHDRAWN });
const neither = exampleCitation({
  headline: "The bridge is open",
  headlineDerived: true,
  agency: null,
});

type Style = (citation: Citation) => CitedText;

function writes(style: Style, table: [citation: Citation, text: string][]): void {
  for (const [citation, text] of table) {
    it(`writes ${text}`, () => assert.equal(plainCitation(style(citation)), text));
  }
}

describe("a Chicago note", () => {
  writes(chicagoNote, [
    [titled, `Coast Wire, “${TITLE},” Dateline, January 27, 2023, revision 2, ${ADDRESS}.`],
    [
      untitled,
      `Coast Wire, [The bridge is open], Dateline, January 27, 2023, revision 2, ${ADDRESS}.`,
    ],
    [
      withdrawn,
      `Coast Wire, “${TITLE},” Dateline, January 27, 2023, revision 2, withdrawn June 7, 2024, ${ADDRESS}.`,
    ],
    [unnamed, `“${TITLE},” Dateline, January 27, 2023, revision 2, ${ADDRESS}.`],
    [asking, `Wire Inc., “Will it open?,” Dateline, January 27, 2023, revision 2, ${ADDRESS}.`],
    [neither, `[The bridge is open], Dateline, January 27, 2023, revision 2, ${ADDRESS}.`],
  ]);
});

describe("a Chicago bibliography", () => {
  writes(chicagoBibliography, [
    [titled, `Coast Wire. “${TITLE}.” Dateline, January 27, 2023, revision 2. ${ADDRESS}.`],
    [
      untitled,
      `Coast Wire. [The bridge is open]. Dateline, January 27, 2023, revision 2. ${ADDRESS}.`,
    ],
    [
      withdrawn,
      `Coast Wire. “${TITLE}.” Dateline, January 27, 2023, revision 2, withdrawn June 7, 2024. ${ADDRESS}.`,
    ],
    [unnamed, `“${TITLE}.” Dateline, January 27, 2023, revision 2. ${ADDRESS}.`],
    [asking, `Wire Inc. “Will it open?” Dateline, January 27, 2023, revision 2. ${ADDRESS}.`],
    [neither, `[The bridge is open]. Dateline, January 27, 2023, revision 2. ${ADDRESS}.`],
  ]);
});

describe("an APA reference", () => {
  writes(apaReference, [
    [titled, `Coast Wire. (2023, January 27). ${TITLE} (Revision 2). Dateline. ${ADDRESS}`],
    [
      untitled,
      `Coast Wire. (2023, January 27). [The bridge is open] (Revision 2). Dateline. ${ADDRESS}`,
    ],
    [
      withdrawn,
      `Coast Wire. (2023, January 27). ${TITLE} (Revision 2, withdrawn June 7, 2024). Dateline. ${ADDRESS}`,
    ],
    [unnamed, `${TITLE} (Revision 2). (2023, January 27). Dateline. ${ADDRESS}`],
    [asking, `Wire Inc. (2023, January 27). Will it open? (Revision 2). Dateline. ${ADDRESS}`],
    [neither, `[The bridge is open] (Revision 2). (2023, January 27). Dateline. ${ADDRESS}`],
  ]);
});

describe("an MLA work cited", () => {
  writes(mlaWork, [
    [titled, `Coast Wire. “${TITLE}.” Dateline, revision 2, 27 Jan. 2023, ${ADDRESS}.`],
    [untitled, `Coast Wire. [The bridge is open]. Dateline, revision 2, 27 Jan. 2023, ${ADDRESS}.`],
    [
      withdrawn,
      `Coast Wire. “${TITLE}.” Dateline, revision 2, 27 Jan. 2023, ${ADDRESS}. Withdrawn 7 June 2024.`,
    ],
    [unnamed, `“${TITLE}.” Dateline, revision 2, 27 Jan. 2023, ${ADDRESS}.`],
    [asking, `Wire Inc. “Will it open?” Dateline, revision 2, 27 Jan. 2023, ${ADDRESS}.`],
    [neither, `[The bridge is open]. Dateline, revision 2, 27 Jan. 2023, ${ADDRESS}.`],
  ]);

  it("shortens the months of more than four letters", () => {
    const months = Array.from({ length: 12 }, (_, at) => {
      const date = `2023-${String(at + 1).padStart(2, "0")}-05` as IsoDate;
      return /5 (\S+) 2023/.exec(plainCitation(mlaWork(exampleCitation({ date }))))?.[1];
    });
    assert.equal(months.join(" "), "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.");
  });
});

describe("the styles", () => {
  const styles = [chicagoNote, chicagoBibliography, apaReference, mlaWork];

  it("keep every title whole, apart from our words, in its language and direction", () => {
    for (const style of styles) {
      for (const headline of HOSTILE_TITLES) {
        const pieces = style(exampleCitation({ headline, language: "ar" }));
        const title = pieces.find(({ text }) => text === headline);
        assert.equal(title?.language, "ar");
        assert.equal(title?.direction, directionOfWords(headline, "ar"));
      }
    }
  });

  it("set in italics the title in APA and the archive in MLA, but no words in brackets", () => {
    const italics = (style: Style, citation: Citation) =>
      style(citation).flatMap(({ text, italic }) => (italic ? [text] : []));
    assert.deepEqual(
      styles.map((style) => italics(style, titled)),
      [[], [], [TITLE], ["Dateline"]],
    );
    assert.deepEqual(italics(apaReference, untitled), []);
  });

  it("say of an early year that it is one", () => {
    const early = exampleCitation({ date: "0033-04-03" as IsoDate });
    for (const style of styles) assert.match(plainCitation(style(early)), /AD 33\b/);
  });

  it("end no title twice, whatever its letters", () => {
    for (const headline of ["Բաց է։", "開く。", "Done!", "“Go.”", "So…"]) {
      const text = plainCitation(chicagoBibliography(exampleCitation({ headline })));
      assert.ok(text.includes(`“${headline}” Dateline`), text);
    }
  });
});

describe("the template for Wikipedia", () => {
  it("names all that is cited, on one line", () => {
    assert.equal(
      wikipediaTemplate(titled),
      `{{cite news |agency=Coast Wire |title=${TITLE} |work=Dateline |date=27 January 2023 |url=${ADDRESS} |version=Revision 2 |language=en}}`,
    );
    assert.match(
      wikipediaTemplate(neither),
      /^\{\{cite news \|title=\[The bridge is open\] \|work=/,
    );
    assert.match(wikipediaTemplate(withdrawn), / \|version=Revision 2, withdrawn 7 June 2024 \|/);
  });

  for (const [headline, written] of [
    ["a|b", "a&#124;b"],
    ["a = b", "a = b"],
    ["{{a}}", "&#123;&#123;a&#125;&#125;"],
    ["[[a]] [b]", "&#91;&#91;a&#93;&#93; [b]"],
    ["<ref>&amp; & Co", "&#60;ref&#62;&#38;amp; & Co"],
    ["it's ''so'' '''bold'''", "it's &#39;&#39;so&#39;&#39; &#39;&#39;&#39;bold&#39;&#39;&#39;"],
    ["~~ ~~~ __TOC__ a_b", "~~ &#126;&#126;&#126; &#95;&#95;TOC&#95;&#95; a_b"],
    ["see https://x.example", "see https&#58;&#47;&#47;x.example"],
  ] as const) {
    it(`has ${written} for ${headline}`, () => {
      const template = wikipediaTemplate(exampleCitation({ headline }));
      assert.ok(template.includes(` |title=${written} |work=`), template);
    });
  }

  it("has the same parameters whatever a title, an agency or the archive is called", () => {
    for (const text of HOSTILE_TITLES) {
      const template = wikipediaTemplate(exampleCitation({ headline: text, agency: text }, text));
      const inner = /^\{\{([^{}]*)\}\}$/.exec(template)?.[1] ?? "";
      const names = inner.split("|").map((part) => part.split("=", 1)[0]?.trim());
      assert.deepEqual(names, [
        ...["cite news", "agency", "title", "work", "date", "url", "version", "language"],
      ]);
    }
  });
});
