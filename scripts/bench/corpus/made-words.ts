import { between, oneOf, type Random, seededRandom, seedOf } from "./random.ts";
import { VOCABULARY } from "./vocabulary.ts";
import { type DrawRank, zipf } from "./zipf.ts";

const EXPONENT = 1.05;
const TOPICS = 500;
const TOPIC_WORDS = 200;
const TOPIC_SHARE = 0.15;
const COLLOCATIONS = 3000;
const COLLOCATION_SHARE = 0.06;

/** The ranks of the next word or words. */
export type DrawWords = (random: Random) => number[];

/** Words as they follow each other in a text: any words, those of its topic more often, and some always in pairs. */
export interface WordSource {
  draw: DrawRank;
  /** Chooses a topic, and draws for one text. */
  text(random: Random): DrawWords;
}

export function wordSource(seed: number): WordSource {
  const random = seededRandom(seedOf(seed, -2));
  const draw = zipf(VOCABULARY, EXPONENT);
  const topics = Array.from({ length: TOPICS }, () =>
    Array.from({ length: TOPIC_WORDS }, () => between(random, 100, 20_000)),
  );
  const drawTopicWord = zipf(TOPIC_WORDS, EXPONENT);
  const pairs = Array.from({ length: COLLOCATIONS }, () => [draw(random), draw(random)]);
  const drawPair = zipf(COLLOCATIONS, EXPONENT);
  return { draw, text };

  function text(choose: Random): DrawWords {
    const topic = oneOf(choose, topics);
    return (next) => {
      const kind = next();
      if (kind < COLLOCATION_SHARE) return pairs[drawPair(next)] as number[];
      if (kind < COLLOCATION_SHARE + TOPIC_SHARE) return [topic[drawTopicWord(next)] as number];
      return [draw(next)];
    };
  }
}
