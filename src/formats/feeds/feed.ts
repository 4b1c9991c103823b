import type { IsoDate } from "../../statements/iso-date.ts";
import type { Instant } from "../../statements/statement.ts";

/** Whose feed it is. */
export interface Publisher {
  title: string;
  /** Without a slash at its end. */
  url: string;
  /** An e-mail address, or an `http` or `https` address. */
  contact: string | null;
  rights: string | null;
}

/** One document of a feed, in whatever format it is written. Paths begin with `/` and have the form of pages: the writer adds its ending. */
export interface Feed {
  publisher: Publisher;
  title: string;
  description: string;
  /** The page that lists the same. */
  page: string;
  /** The feed from its newest change on, which also identifies it. */
  first: string;
  /** This document. */
  self: string;
  /** The document with the next earlier changes; `null` in the last. */
  next: string | null;
  /** In the order of their changes, the newest first. */
  entries: FeedEntry[];
  /** Statements that were taken away; only Atom can say so. */
  deleted: DeletedEntry[];
}

export interface FeedEntry {
  /** An absolute address that never changes. */
  id: string;
  /** The absolute address of its page. */
  link: string;
  title: string;
  /** Whether the title is a headline that was taken from the text. */
  titleDerived: boolean;
  /** Of title and text: a BCP 47 tag. */
  language: string;
  /** When it first stood in the archive. */
  published: Instant;
  /** When it last changed. */
  updated: Instant;
  /** The day of the statement. */
  date: IsoDate;
  author: string | null;
  /** Whole, safe, and complete without the site's style. */
  html: string;
  /** Plain, one line; may be empty. */
  summary: string;
  tags: string[];
  rights: string | null;
  /** Where it was first published: an `http` or `https` address. */
  source: string | null;
}

/** An entry that is no longer there (RFC 6721). */
export interface DeletedEntry {
  id: string;
  when: Instant;
  reason: string;
}

/** The instant of a feed in which nothing has ever stood. */
const NEVER: Instant = "1970-01-01T00:00:00Z";

/** When anything in it last changed. */
export function updatedOf({ entries, deleted }: Feed): Instant {
  const instants = [...entries.map(({ updated }) => updated), ...deleted.map(({ when }) => when)];
  return instants.reduce((latest, instant) => (instant > latest ? instant : latest), NEVER);
}
