import type { IncomingMessage } from "node:http";
import { DatelineError } from "../errors.ts";
import { dataPath } from "../permalinks.ts";
import { type AskedSite, bodyOf } from "./ask-site.ts";
import type { ExportFolder } from "./export-folder.ts";
import { exportedAddress, exportedFormats } from "./file-of-address.ts";
import { isFeed, lastDocument } from "./last-document.ts";
import { movedPage } from "./moved-page.ts";
import { rewritePage } from "./rewrite-page.ts";
import type { WarcFile } from "./warc/warc-file.ts";

/** Lists that the site gives in pages, and that are one file here. */
const WHOLE = /^\/(?:statements|\d{4}(?:\/\d\d){0,2})\.(?:json|txt)$/;

export interface SiteExportOptions {
  /** As readers reach it. */
  siteUrl: string;
  /** Whether the export can be searched. */
  search: boolean;
  /** What records the answers of the site, too. */
  warc: WarcFile | null;
}

/** Writes the addresses of a site into a folder, each once, and what their pages link to beyond the statements. */
export class SiteExport {
  readonly #site: AskedSite;
  readonly #folder: ExportFolder;
  readonly #options: SiteExportOptions;
  readonly #met = new Set<string>();

  constructor(site: AskedSite, folder: ExportFolder, options: SiteExportOptions) {
    this.#site = site;
    this.#folder = folder;
    this.#options = options;
  }

  /** The page at that address with its data, and the pages to which only links lead; nothing that this export wrote already. */
  async add(address: string): Promise<void> {
    await this.#addPage(address);
    await this.#addMet();
  }

  async #addMet(): Promise<void> {
    for (const met of this.#met) {
      this.#met.delete(met);
      await this.#addPage(met);
    }
  }

  /** Writes what the site says now of an address that an earlier export had; nothing where it says that nothing ever was there. */
  async addFormer(address: string): Promise<void> {
    const answer = await this.#site.ask(address);
    if (answer.statusCode === 404) {
      answer.resume();
      return;
    }
    await this.#addAnswer(address, answer);
    await this.#addMet();
  }

  async #addPage(address: string): Promise<void> {
    if (this.#folder.record.has(fileAt(address))) return;
    await this.#addAnswer(address, await this.#site.ask(address));
  }

  async #addAnswer(address: string, answer: IncomingMessage): Promise<void> {
    const status = await this.#write(address, answer);
    if (status !== 200) return;
    for (const format of exportedFormats(address)) {
      const data = dataPath(address, format);
      if (isFeed(format)) await this.#addFeed(data);
      else await this.#addData(data);
    }
  }

  async #addFeed(address: string): Promise<void> {
    const answer = await this.#askData(address);
    const body = await bodyOf(answer);
    await this.#options.warc?.add(address, answer, body);
    await this.#folder.put(fileAt(address), lastDocument(body.toString()));
  }

  async #addData(address: string): Promise<void> {
    const asked = WHOLE.test(address) ? `${address}?limit=all` : address;
    const answer = await this.#askData(asked);
    const file = fileAt(address);
    await this.#folder.putPieces(file, answer);
    await this.#options.warc?.add(asked, answer, { path: this.#folder.pathOf(file) });
  }

  async #askData(address: string): Promise<IncomingMessage> {
    const answer = await this.#site.ask(address);
    if (answer.statusCode !== 200) throw unexpected(address, answer);
    return answer;
  }

  /** Returns the status. */
  async #write(address: string, answer: IncomingMessage): Promise<number> {
    const file = fileAt(address);
    const { statusCode = 0, headers } = answer;
    const body = await bodyOf(answer);
    await this.#options.warc?.add(address, answer, body);
    if (statusCode === 301 || statusCode === 302)
      await this.#folder.put(file, movedPage(file, headers.location ?? "", this.#options.siteUrl));
    else if (statusCode !== 200 && statusCode !== 410) throw unexpected(address, answer);
    else if (headers["content-type"]?.startsWith("text/html"))
      await this.#writePage(file, body.toString());
    else await this.#folder.put(file, body);
    return statusCode;
  }

  /** A page as the site would give it, in that file, and the pages to which only its links lead. */
  async addPage(file: string, html: string): Promise<void> {
    await this.#writePage(file, html);
    await this.#addMet();
  }

  async #writePage(file: string, body: string): Promise<void> {
    const { html, met } = rewritePage(body, file, this.#options.search);
    await this.#folder.put(file, html);
    for (const address of met) this.#met.add(address);
  }
}

function fileAt(address: string): string {
  const exported = exportedAddress(address);
  if (!exported) throw new Error(`${address}: expected an address that is exported`);
  return exported.file;
}

function unexpected(address: string, { statusCode }: IncomingMessage): DatelineError {
  const message = `Expected the site to answer at ${address}, and it answered with status ${statusCode}.`;
  return new DatelineError("unavailable", message);
}
