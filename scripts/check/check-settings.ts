import { accessSync, constants, existsSync, statfsSync, statSync } from "node:fs";
import path from "node:path";
import { type Config, settingNames } from "../../src/config.ts";
import { DatelineError } from "../../src/errors.ts";
import { readLogSigner } from "../../src/log-signer.ts";
import { type Finding, fault, fine, warning } from "./finding.ts";

/** With less room than so many times the archive's size, a large import or a withdrawal may not end. */
const ROOM = 2;
const LEAST_ROOM = 100 * 1024 * 1024;

/** The settings themselves were read; this says whether this machine goes with them. */
export function checkSettings(config: Config): Finding[] {
  return [siteUrlOf(config), diskOf(config), downloadsOf(config), ...keyOf(config)];
}

/** Settings that nobody reads, as misspelt ones are. */
export function checkNames(env: Readonly<Record<string, string | undefined>>): Finding[] {
  const known = new Set(settingNames());
  const unknown = Object.keys(env).filter((name) => /^DATELINE_/i.test(name) && !known.has(name));
  return unknown.map((name) =>
    warning("setting", `${name} is none of Dateline's, and not read; the README lists them`),
  );
}

function siteUrlOf({ siteUrl, host }: Config): Finding {
  const subject = "site address";
  if (siteUrl === null) {
    return warning(
      subject,
      "DATELINE_SITE_URL is not set: permanent addresses begin with where it listens",
    );
  }
  if (siteUrl.startsWith("http:") && !["127.0.0.1", "localhost", "::1"].includes(host)) {
    return warning(subject, `${siteUrl} is without TLS`);
  }
  return fine(subject, siteUrl);
}

function diskOf({ database }: Config): Finding {
  const folder = path.dirname(database);
  try {
    const { bavail, bsize } = statfsSync(folder);
    const free = bavail * bsize;
    const size = statSync(database, { throwIfNoEntry: false })?.size ?? 0;
    const words = `${megabytes(free)} free in ${folder}`;
    if (free >= Math.max(LEAST_ROOM, ROOM * size)) return fine("disk", words);
    return warning("disk", `${words}: an archive of ${megabytes(size)} wants twice its size`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return warning("disk", `${folder} cannot be looked at (${code}); an import makes it`);
  }
}

/** The site serves without it, and then offers no files. */
function downloadsOf({ downloads }: Config): Finding {
  const subject = "downloads";
  const place = existsSync(downloads) ? downloads : path.dirname(downloads);
  try {
    if (!statSync(place).isDirectory())
      return warning(
        subject,
        `expected a folder at ${place}, found none; set DATELINE_DOWNLOADS to one`,
      );
    accessSync(place, constants.W_OK);
    return fine(subject, downloads);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const found = `expected a folder at ${place} that this user may write to, but it cannot (${code})`;
    return warning(subject, `${found}; make it, or set DATELINE_DOWNLOADS to another`);
  }
}

/** Whoever has the key can sign in the archive's name. */
function keyOf({ logKey }: Config): Finding[] {
  if (logKey === null) return [];
  try {
    readLogSigner(logKey);
    const others = statSync(logKey).mode & 0o077;
    return others === 0
      ? [fine("key", logKey)]
      : [warning("key", `${logKey} can be read by others: chmod 600 it`)];
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    return [fault("key", error.message)];
  }
}

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / 1024 / 1024).toLocaleString("en")} MB`;
}
