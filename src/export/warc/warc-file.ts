import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Site } from "../../pages/site.ts";
import type { ExportFolder } from "../export-folder.ts";
import { answerHead, bodyPieces } from "./recorded-answer.ts";
import { measured, type Pieces, warcRecord } from "./warc-record.ts";

/** Where the web archive stands in the folder of an export. */
export const WARC_FILE = "archive.warc.gz";

const FORMAT = "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/";

/** The headers of an answer that say no more than when it was given. */
const PASSING = /^date: .*\r\n/im;

/**
 * The answers of the site, as a web archive (WARC 1.1, ISO 28500:2017), each record compressed by itself. It takes the place of the one of
 * an earlier export where any answer differs.
 */
export class WarcFile {
  readonly #folder: ExportFolder;
  readonly #site: Site;
  readonly #part: string;
  readonly #fingerprint = createHash("sha256");
  #begun = false;

  constructor(folder: ExportFolder, site: Site) {
    this.#folder = folder;
    this.#site = site;
    this.#part = folder.nextPart();
    folder.record.claim(WARC_FILE);
  }

  /** The answer to a GET of that path and query; its body is in memory or lies in a file. */
  async add(
    address: string,
    answer: IncomingMessage,
    body: Buffer | { path: string },
  ): Promise<void> {
    if (!this.#begun) await this.#begin();
    const pieces = bodyPieces(body);
    const payload = await measured(pieces);
    const head = answerHead(answer, payload.bytes);
    const uri = this.#site.url + address;
    const stable = head.toString("latin1").replace(PASSING, "");
    this.#fingerprint.update(JSON.stringify([uri, stable, payload.digest]));
    const fields = {
      "WARC-Target-URI": uri,
      "WARC-Payload-Digest": payload.digest,
      "Content-Type": "application/http;msgtype=response",
    };
    await this.#write("response", fields, async function* () {
      yield head;
      yield* pieces();
    });
  }

  /** Puts it in its place, unless what stands there holds the same. */
  async finish(): Promise<void> {
    const fingerprint = this.#fingerprint.digest("hex");
    if (await this.#folder.isAsNoted(WARC_FILE, fingerprint)) await this.discard();
    else await this.#folder.place(this.#part, WARC_FILE, fingerprint);
  }

  async discard(): Promise<void> {
    await rm(this.#part, { force: true });
  }

  async #begin(): Promise<void> {
    this.#begun = true;
    const info = [
      "software: Dateline",
      "format: WARC File Format 1.1",
      `conformsTo: ${FORMAT}`,
      `isPartOf: ${this.#site.url}`,
      `description: ${this.#site.title}`,
    ];
    const block = Buffer.from(`${info.join("\r\n")}\r\n`);
    this.#fingerprint.update(block);
    const fields = { "WARC-Filename": WARC_FILE, "Content-Type": "application/warc-fields" };
    await this.#write("warcinfo", fields, () => [block]);
  }

  async #write(type: string, fields: Record<string, string>, block: Pieces): Promise<void> {
    const record = Readable.from(warcRecord(type, new Date(), fields, block));
    await pipeline(record, createGzip(), createWriteStream(this.#part, { flags: "a" }));
  }
}
