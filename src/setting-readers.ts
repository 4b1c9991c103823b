import path from "node:path";
import { type AddressList, addressList } from "./clients/address-list.ts";

/** Reads the value of one setting. */
export interface Reader<Value> {
  /** What it must be, in words. */
  expected: string;
  /** `null` where it is not what `expected` says. `text` is not empty, and has no white space around it. */
  read(text: string): Value | null;
}

export function wholeNumber(lowest: number, highest: number): Reader<number> {
  return {
    expected: `a whole number from ${lowest} to ${highest}`,
    read: (text) => {
      const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
      return value >= lowest && value <= highest ? value : null;
    },
  };
}

export function oneLine(longest: number): Reader<string> {
  return {
    expected: `one line of at most ${longest} characters`,
    read: (text) => (/\p{Cc}/u.test(text) || text.length > longest ? null : text),
  };
}

export function oneOf<Word extends string>(...words: Word[]): Reader<Word> {
  return {
    expected: `one of ${words.join(", ")}`,
    read: (text) => words.find((word) => word === text) ?? null,
  };
}

export const hostName: Reader<string> = {
  expected: "a host name or an IP address, without a port",
  read: (text) => (/^[\w.-]+$|^[\da-f:.]+(%\w+)?$/i.test(text) ? text : null),
};

export const filePath: Reader<string> = {
  expected: "the path of the archive's file",
  read: (text) => (text.includes("\0") || text.endsWith("/") ? null : path.resolve(text)),
};

export const keyPath: Reader<string> = {
  ...filePath,
  expected: "the path of a file with a key",
};

export const folderPath: Reader<string> = {
  expected: "the path of a folder",
  read: (text) => (text.includes("\0") ? null : path.resolve(text)),
};

/** As a request names one: of another the site could not tell whether it is asked for. */
const HOST = /^(?:\[[\da-f:.]+\]|[\w.~-]+)$/i;

export const siteAddress: Reader<string> = {
  expected: "an address as https://statements.example.org, with no path, query or user name",
  read: (text) => {
    const url = webAddress(text);
    const isPlain = url && url.pathname === "/" && HOST.test(url.hostname) && !/[?#@]/.test(text);
    return isPlain ? url.origin : null;
  },
};

export const addresses: Reader<AddressList> = {
  expected: "addresses and networks with commas between them, as 10.0.0.7, 192.0.2.0/24, loopback",
  read: addressList,
};

export const contactAddress: Reader<string> = {
  expected: "an e-mail address, or an http or https address",
  read: (text) => {
    if (/^[^\s@<>"?#/:]+@[^\s@<>"?#/:]+$/.test(text)) return text;
    return webAddress(text)?.href ?? null;
  },
};

export const languageTag: Reader<string> = {
  expected: "a BCP 47 language tag as en, ru or zh-Hant",
  read: (text) => {
    try {
      return Intl.getCanonicalLocales(text)[0] ?? null;
    } catch {
      return null;
    }
  },
};

function webAddress(text: string): URL | null {
  const url = /^https?:\/\/\S+$/i.test(text) && URL.canParse(text) ? new URL(text) : null;
  return url?.username || url?.password ? null : url;
}
