/** Tag files of a bag (RFC 8493, 2.1 and 2.2), at its root. */
export const BAGIT = "bagit.txt";
export const BAG_INFO = "bag-info.txt";
export const MANIFEST = "manifest-sha256.txt";
export const TAG_MANIFEST = "tagmanifest-sha256.txt";
export const FETCH = "fetch.txt";

/** The payload (2.1.2), and what of it is the archive's own. */
export const PAYLOAD = "data";
export const ARCHIVE_FILE = "data/archive.json";
export const SITE_FOLDER = "data/site";

/** Where the list of the pages lies, beside the payload and no part of it. */
export const SITE_RECORD = ".dateline-site";

/** The parts of the archive, each a file of JSON Lines, in the order in which they are read. */
export const PARTS = ["runs", "statements", "files", "log", "days"] as const;

export function partFile(part: (typeof PARTS)[number]): string {
  return `${PAYLOAD}/${part}.jsonl`;
}

/** Grows when the form of these files changes. */
export const FORM = 1;

/** The path as a manifest writes it (2.1.3): only these three characters are encoded. */
export function encodePath(path: string): string {
  return path.replace(/[%\n\r]/g, (character) => ENCODED[character as keyof typeof ENCODED]);
}

/** The path that a manifest means. */
export function decodePath(written: string): string {
  return written.replace(/%(0A|0D|25)/gi, (code) => DECODED[code.toUpperCase()] as string);
}

const ENCODED = { "%": "%25", "\n": "%0A", "\r": "%0D" };
const DECODED: Record<string, string> = { "%25": "%", "%0A": "\n", "%0D": "\r" };

/** Whether the path stays within the bag, wherever it is read. */
export function isSafePath(path: string): boolean {
  if (path === "" || /[\0\\]/.test(path) || /^[~/]|^[A-Za-z]:/.test(path)) return false;
  return path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}
