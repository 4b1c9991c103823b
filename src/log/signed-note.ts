import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";

/** A text with its signatures (c2sp.org/signed-note). */
export interface SignedNote {
  /** With its last line feed. */
  text: string;
  signatures: NoteSignature[];
}

interface NoteSignature {
  name: string;
  /** The first four bytes say which key, the rest is its signature. */
  bytes: Buffer;
}

/** Signs as one name. */
export interface Signer {
  name: string;
  /** `NAME+HASH+KEY`, for whoever checks. */
  verifierKey: string;
  /** The text with its signature; `text` ends with a line feed. */
  sign(text: string): string;
}

/** Checks what one name signed. */
export interface Verifier {
  name: string;
  /** Whether the note has a signature of that key, and it is right. */
  verifies(note: SignedNote): boolean;
}

/** Ed25519 (c2sp.org/signed-note, signature types). */
const ED25519 = 1;

/** What stands before the 32 bytes of a key in DER (RFC 8410, 4 and 7). */
const PUBLIC_DER = Buffer.from("302a300506032b6570032100", "hex");
const PRIVATE_DER = Buffer.from("302e020100300506032b657004220420", "hex");

const PRIVATE_FORM = /^PRIVATE\+KEY\+([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/;
const PUBLIC_FORM = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/;

/** A new key pair for that name, both as one line of text: `PRIVATE+KEY+NAME+HASH+KEY` is the secret. The name has no white space and no `+`. */
export function makeKey(name: string): { signerKey: string; verifierKey: string } {
  const { privateKey } = generateKeyPairSync("ed25519");
  const seed = privateKey.export({ format: "der", type: "pkcs8" }).subarray(PRIVATE_DER.length);
  const publicBytes = bytesOf(createPublicKey(privateKey));
  const hash = keyId(name, publicBytes).toString("hex");
  return {
    signerKey: `PRIVATE+KEY+${name}+${hash}+${typed(seed).toString("base64")}`,
    verifierKey: `${name}+${hash}+${typed(publicBytes).toString("base64")}`,
  };
}

/** Reads a secret key; `null` where it is none. */
export function readSigner(written: string): Signer | null {
  const [, name = "", hash, key = ""] = PRIVATE_FORM.exec(written.trim()) ?? [];
  const seed = untyped(key);
  if (!seed) return null;
  const privateKey = createPrivateKey({
    key: Buffer.concat([PRIVATE_DER, seed]),
    format: "der",
    type: "pkcs8",
  });
  const publicBytes = bytesOf(createPublicKey(privateKey));
  const id = keyId(name, publicBytes);
  if (id.toString("hex") !== hash) return null;
  return {
    name,
    verifierKey: `${name}+${hash}+${typed(publicBytes).toString("base64")}`,
    sign: (text) => {
      const signature = Buffer.concat([id, sign(null, Buffer.from(text), privateKey)]);
      return `${text}\n— ${name} ${signature.toString("base64")}\n`;
    },
  };
}

/** Reads a public key; `null` where it is none. */
export function readVerifier(written: string): Verifier | null {
  const [, name = "", hash, key = ""] = PUBLIC_FORM.exec(written.trim()) ?? [];
  const bytes = untyped(key);
  if (!bytes || keyId(name, bytes).toString("hex") !== hash) return null;
  const id = keyId(name, bytes);
  const publicKey = createPublicKey({
    key: Buffer.concat([PUBLIC_DER, bytes]),
    format: "der",
    type: "spki",
  });
  return {
    name,
    verifies: ({ text, signatures }) => {
      const own = signatures.filter(
        (signature) => signature.name === name && signature.bytes.subarray(0, 4).equals(id),
      );
      const isRight = ({ bytes }: NoteSignature) =>
        verify(null, Buffer.from(text), publicKey, bytes.subarray(4));
      return own.length > 0 && own.every(isRight);
    },
  };
}

/** Reads a note; a text without a signature is one with none. `null` where the lines behind the text are no signatures. */
export function parseNote(written: string): SignedNote | null {
  const end = written.lastIndexOf("\n\n");
  if (end === -1) return written.endsWith("\n") ? { text: written, signatures: [] } : null;
  const lines = written.slice(end + 2).split("\n");
  if (lines.pop() !== "") return null;
  const signatures = lines.map(readSignature);
  if (signatures.includes(null)) return null;
  return { text: written.slice(0, end + 1), signatures: signatures as NoteSignature[] };
}

function readSignature(line: string): NoteSignature | null {
  const [, name = "", encoded = ""] = /^— (\S+) (\S+)$/.exec(line) ?? [];
  const bytes = Buffer.from(encoded, "base64");
  return bytes.length > 4 && bytes.toString("base64") === encoded ? { name, bytes } : null;
}

/** The first four bytes of SHA-256 over the name, a line feed, the type and the key. */
function keyId(name: string, publicBytes: Buffer): Buffer {
  const hash = createHash("sha256").update(`${name}\n`).update(typed(publicBytes)).digest();
  return hash.subarray(0, 4);
}

function typed(key: Buffer): Buffer {
  return Buffer.concat([Buffer.of(ED25519), key]);
}

function untyped(encoded: string): Buffer | null {
  const bytes = Buffer.from(encoded, "base64");
  return bytes.length === 33 && bytes[0] === ED25519 ? bytes.subarray(1) : null;
}

function bytesOf(key: KeyObject): Buffer {
  return key.export({ format: "der", type: "spki" }).subarray(PUBLIC_DER.length);
}
