import assert from "node:assert/strict";
import { it } from "node:test";
import { oneInATurn } from "../../../src/store/sqlite/search/one-in-a-turn.ts";

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

it("of answers that come together one is given on in each turn of the event loop, in order, the first at once", async () => {
  const given: number[] = [];
  const answers = oneInATurn((answer: number) => given.push(answer));
  for (const answer of [1, 2, 3]) answers.take(answer);
  assert.deepEqual(given, [1]);
  await turn();
  assert.deepEqual(given, [1, 2]);
  answers.take(4);
  assert.deepEqual(given, [1, 2]);
  await turn();
  await turn();
  assert.deepEqual(given, [1, 2, 3, 4]);
  await turn();
  answers.take(5);
  assert.deepEqual(given, [1, 2, 3, 4, 5]);
});

it("what waits is given on at once when there will be no more", () => {
  const given: number[] = [];
  const answers = oneInATurn((answer: number) => given.push(answer));
  for (const answer of [1, 2, 3]) answers.take(answer);
  answers.finish();
  assert.deepEqual(given, [1, 2, 3]);
});
