import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Answer } from "../../../src/web/answers/answer.ts";
import { AnswerMemory } from "../../../src/web/answers/answer-memory.ts";
import { KeptAnswers } from "../../../src/web/answers/kept-answers.ts";

function answer(length: number): Answer {
  const body = "x".repeat(length);
  return new Answer({ body, type: "text/plain", lastModified: null, links: null }, []);
}

describe("the memory of answers", () => {
  it("never holds more bytes than its bound, whatever floods it", () => {
    const memory = new AnswerMemory(100_000);
    for (let n = 0; n < 5_000; n++) {
      memory.keep(`/${n}`, answer((n * 37) % 20_000));
      assert.ok(memory.bytes <= 100_000);
    }
    assert.ok(memory.size > 5);
  });

  it("spares what is asked for while others pass through", () => {
    const memory = new AnswerMemory(100_000);
    memory.keep("/read", answer(1_000));
    for (let n = 0; n < 1_000; n++) {
      memory.keep(`/${n}`, answer(1_000));
      assert.ok(memory.find("/read"), String(n));
    }
    assert.equal(memory.find("/0"), undefined);
  });

  it("does not take an answer that would push out most others", () => {
    const memory = new AnswerMemory(100_000);
    memory.keep("/giant", answer(20_000));
    assert.equal(memory.find("/giant"), undefined);
    assert.equal(memory.bytes, 0);
  });

  it("weighs the encodings that an answer gets later", async () => {
    const memory = new AnswerMemory(100_000);
    const grown = answer(5_000);
    memory.keep("/", grown);
    const before = memory.bytes;
    await grown.formIn("br");
    memory.weigh("/", grown);
    assert.ok(memory.bytes > before);
    memory.clear();
    assert.equal(memory.bytes, 0);
  });

  it("keeps nothing where it has no bytes", () => {
    const memory = new AnswerMemory(0);
    memory.keep("/", answer(0));
    assert.equal(memory.size, 0);
  });
});

describe("the answers kept of one state", () => {
  it("leave pages alone when addresses with parameters come in a flood", () => {
    const kept = new KeptAnswers(200_000, () => "1");
    kept.keep("/page", answer(1_000), "1");
    for (let n = 0; n < 1_000; n++) kept.keep(`/statements?after=${n}`, answer(1_000), "1");
    assert.ok(kept.find("/page"));
    assert.ok(kept.bytes <= 200_000);
  });

  it("are not kept where the state moved on, cannot be told, or the address has no key", () => {
    let state: string | null = "2";
    const kept = new KeptAnswers(200_000, () => state);
    kept.keep("/a", answer(10), "1");
    kept.keep("/b", answer(10), null);
    kept.keep("/c?x=1&x=2", answer(10), "2");
    kept.keep("/d?x=%", answer(10), "2");
    assert.equal(kept.bytes, 0);
    state = null;
    kept.keep("/e", answer(10), null);
    assert.equal(kept.find("/e"), undefined);
  });
});
