import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkpointText, parseCheckpoint } from "../../src/log/checkpoint.ts";
import {
  makeKey,
  parseNote,
  readSigner,
  readVerifier,
  type SignedNote,
  type Signer,
  type Verifier,
} from "../../src/log/signed-note.ts";

/** The key pair that Go's documentation of notes shows, with a note that it signed there. */
const SIGNER_KEY = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
const VERIFIER_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const NOTE = `${TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;

const checkpoint = { origin: "example.org/log", size: 12, root: Buffer.alloc(32, 7) };

describe("a signed note", () => {
  it("is signed as other programs sign it", () => {
    assert.equal(readSigner(SIGNER_KEY)?.sign(TEXT), NOTE);
    assert.equal(readSigner(SIGNER_KEY)?.verifierKey, VERIFIER_KEY);
    assert.ok(readVerifier(VERIFIER_KEY)?.verifies(parseNote(NOTE) as SignedNote));
  });

  it("of a new key is verified by its public half, and by no other", () => {
    const key = makeKey("example.org/log");
    const note = (readSigner(`${key.signerKey}\n`) as Signer).sign(checkpointText(checkpoint));
    const parsed = parseNote(note) as SignedNote;
    assert.ok(readVerifier(key.verifierKey)?.verifies(parsed));
    const other = readVerifier(makeKey("example.org/log").verifierKey) as Verifier;
    assert.ok(!other.verifies(parsed));
    const changed = parseNote(note.replace("\n12\n", "\n13\n")) as SignedNote;
    assert.ok(!readVerifier(key.verifierKey)?.verifies(changed));
    assert.deepEqual(parseCheckpoint(parsed.text), checkpoint);
  });

  it("without a signature is verified by nobody", () => {
    const bare = parseNote(checkpointText(checkpoint)) as SignedNote;
    assert.deepEqual(bare.signatures, []);
    assert.ok(!readVerifier(VERIFIER_KEY)?.verifies(bare));
  });

  it("is refused where its lines are no signatures", () => {
    for (const wrong of ["no line feed", "text\n\nno signature\n", "text\n\n— name AAAA\n"]) {
      assert.equal(parseNote(wrong), null, wrong);
    }
  });

  it("is not signed or verified with what is no key", () => {
    assert.equal(readSigner(VERIFIER_KEY), null);
    assert.equal(readSigner(SIGNER_KEY.replace("c74f20a3", "c74f20a4")), null);
    assert.equal(readVerifier(VERIFIER_KEY.replace("Peter", "Paul")), null);
    assert.equal(readVerifier(SIGNER_KEY), null);
  });

  it("that is no checkpoint is not read as one", () => {
    for (const text of ["", "origin\n", "origin\n012\nAA==\n", "origin\n1\nAA==\n"]) {
      assert.equal(parseCheckpoint(text), null, JSON.stringify(text));
    }
  });
});
