import { madeDate } from "./made-date.ts";
import { type DrawWords, wordSource } from "./made-words.ts";
import { between, oneOf, type Random, seededRandom, seedOf } from "./random.ts";
import { vocabulary } from "./vocabulary.ts";

export interface MadeStatement {
  /** `YYYY-MM-DD`. */
  date: string;
  /** Of its dateline, in capitals; `null` where it has none. */
  place: string | null;
  agency: string | null;
  /** Plain text, one line each. */
  paragraphs: string[];
  /** The ranks of its words, in the order of the text. */
  ranks: number[];
}

/** Statements of the same seed are the same in a corpus of any size. */
export const SEED = 20_230_127;

const PLACES =
  `Ankara|Athens|Baku|Beijing|Berlin|Brussels|Cairo|Geneva|Helsinki|Istanbul|Kyiv|London|Madrid|Minsk|Moscow|New York|Oslo|Paris|Prague|Rome|Sochi|Stockholm|Tbilisi|Tehran|Tokyo|Vienna|Vilnius|Warsaw|Washington|Yerevan`
    .toUpperCase()
    .split("|");
const AGENCIES = "Alder|Beacon|Cedar|Delta|Estuary|Foundry|Granite|Harbour"
  .split("|")
  .map((name) => `${name} News Agency`);
const DATELINE_SHARE = 0.7;

/** So many bytes of text a statement has: 2.4 KB on average. */
const SHORTEST = 1200;
const LONGEST = 3600;

/** Makes the statement of any index, each by itself. */
export function statementMaker(seed = SEED): (index: number) => MadeStatement {
  const words = vocabulary();
  const source = wordSource(seed);
  return (index) => {
    const random = seededRandom(seedOf(seed, index));
    const date = madeDate(random);
    const dated = random() < DATELINE_SHARE;
    const place = dated ? oneOf(random, PLACES) : null;
    const agency = dated ? oneOf(random, AGENCIES) : null;
    const draw = source.text(random);
    const ranks: number[] = [];
    const paragraphs: string[] = [];
    for (let left = between(random, SHORTEST, LONGEST); left > 0; ) {
      const paragraph = madeParagraph(random, draw, words, ranks);
      paragraphs.push(paragraph);
      left -= paragraph.length;
    }
    return { date, place, agency, paragraphs, ranks };
  };
}

function madeParagraph(random: Random, draw: DrawWords, words: string[], ranks: number[]): string {
  const sentences = Array.from({ length: between(random, 2, 4) }, () => {
    const drawn: number[] = [];
    for (let left = between(random, 8, 24); left > 0; left -= 1) drawn.push(...draw(random));
    ranks.push(...drawn);
    const sentence = drawn.map((rank) => words[rank]).join(" ");
    return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
  });
  return sentences.join(" ");
}

const MONTHS =
  "January|February|March|April|May|June|July|August|September|October|November|December".split(
    "|",
  );

/** As it stands in a statement file, behind the header. */
export function statementText({ date, place, agency, paragraphs }: MadeStatement): string {
  const [, month, day] = date.split("-").map(Number) as [number, number, number];
  const dateline = place === null ? "" : `${place}, ${MONTHS[month - 1]} ${day} – ${agency}. `;
  return `${dateline}${paragraphs.join("\n\n")}\n`;
}

/** The whole statement file. */
export function statementFile(made: MadeStatement): string {
  return ` date ${made.date} ${statementText(made)}`;
}
