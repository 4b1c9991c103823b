import { createHash } from "node:crypto";
import type { Encoding } from "./accept-encoding.ts";
import { encoded } from "./encode.ts";

/** What a page, or a file, answers with 200. */
export interface Content {
  body: string | Buffer;
  type: string;
  /** An HTTP date; `null` where nobody can say. */
  lastModified: string | null;
  /** The value of `Link`; `null` for no such header. */
  links: string | null;
  /** The value of `Memento-Datetime`, an HTTP date; no such header where this is left out. */
  mementoDatetime?: string | undefined;
}

/** An answer in one encoding: headers as `writeHead` takes them (name, value, name, value). */
export interface Form {
  tag: string;
  headers: string[];
  /** Of the 304 to a client that has it already (RFC 9110, 15.4.5). */
  unchangedHeaders: string[];
  body: Buffer;
}

/** Headers and bookkeeping of a form take about so many bytes. */
const FORM_OVERHEAD = 1_500;

/** A finished answer with the encodings that were asked for so far, each made once. */
export class Answer {
  readonly lastModified: string | null;
  readonly #type: string;
  readonly #headers: readonly string[];
  readonly #hash: string;
  readonly #forms: Partial<Record<Encoding, Form>> = {};
  readonly #pending: Partial<Record<Encoding, Promise<Form>>> = {};

  /** `headers` are its further ones: name, value, name, value. */
  constructor(
    { body: given, type, lastModified, links, mementoDatetime }: Content,
    headers: readonly string[],
  ) {
    const body = typeof given === "string" ? Buffer.from(given) : given;
    this.#type = type;
    const own = [
      links === null ? [] : ["Link", links],
      mementoDatetime ? ["Memento-Datetime", mementoDatetime] : [],
    ];
    this.#headers = [...headers, ...own.flat()];
    this.lastModified = lastModified;
    this.#hash = createHash("sha1").update(body).digest("base64url").slice(0, 22);
    this.#forms.identity = this.#formed("identity", body);
  }

  /** `undefined` where that encoding is not made yet. */
  form(encoding: Encoding): Form | undefined {
    return this.#forms[encoding];
  }

  /** Compresses in zlib's threads; whoever asks meanwhile waits for the same. */
  async formIn(encoding: Encoding): Promise<Form> {
    const made = this.#forms[encoding];
    if (made) return made;
    this.#pending[encoding] ??= this.#encode(encoding);
    return this.#pending[encoding];
  }

  /** In memory, about. */
  get bytes(): number {
    const forms = new Set(Object.values(this.#forms));
    return [...forms].reduce((sum, { body }) => sum + body.length + FORM_OVERHEAD, 0);
  }

  async #encode(encoding: Encoding): Promise<Form> {
    const identity = this.#forms.identity as Form;
    const body = await encoded(identity.body, encoding);
    const form = body ? this.#formed(encoding, body) : identity;
    this.#forms[encoding] = form;
    delete this.#pending[encoding];
    return form;
  }

  #formed(encoding: Encoding, body: Buffer): Form {
    const { lastModified } = this;
    const tag = `W/"${this.#hash}${encoding === "identity" ? "" : `-${encoding}`}"`;
    const unchangedHeaders = [...this.#headers, "Vary", "Accept-Encoding", "ETag", tag];
    if (lastModified) unchangedHeaders.push("Last-Modified", lastModified);
    const of200 = ["Content-Type", this.#type, "Content-Length", String(body.length)];
    if (encoding !== "identity") of200.push("Content-Encoding", encoding);
    return { tag, headers: [...unchangedHeaders, ...of200], unchangedHeaders, body };
  }
}
