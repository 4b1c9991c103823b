import { listPath, proofPath } from "../permalinks.ts";
import type { Instant, Statement } from "../statements/statement.ts";
import { languageName } from "./language-name.ts";
import type { Link } from "./link.ts";
import { longInstant } from "./long-instant.ts";

/** Where a statement's words come from, as `parts/provenance.ejs` prints it. */
export interface Provenance {
  file: string;
  /** The SHA-256 of the file in groups of 16 digits, between which a line may break. */
  digest: string[];
  firstImported: { isoInstant: Instant; longInstant: string };
  /** Other names under which the same words were given, as far as they are shown. */
  otherFiles: string[];
  /** How many more there are, in words; `null` where all are shown. */
  moreFiles: string | null;
  /** Where the statement was first published; `href` is `null` where the address is no `http` or `https` one. */
  published: { text: string; href: string | null } | null;
  rights: string | null;
  /** That these words are in the log. */
  proof: string;
  /** Each with the list of the statements that have it. */
  tags: Link[];
  /** `Armenian` */
  language: string;
}

type Known = Pick<
  Statement,
  | "id"
  | "revision"
  | "source"
  | "firstImportedAt"
  | "otherFiles"
  | "url"
  | "rights"
  | "tags"
  | "language"
>;

/** So many other names are shown at most. */
const MOST_FILES = 20;

export function provenanceOf(statement: Known): Provenance {
  const { source, firstImportedAt, otherFiles, url } = statement;
  const more = otherFiles.length - MOST_FILES;
  return {
    file: source.file,
    digest: source.sha256.match(/.{1,16}/g) ?? [],
    firstImported: { isoInstant: firstImportedAt, longInstant: longInstant(firstImportedAt) },
    otherFiles: otherFiles.slice(0, MOST_FILES),
    moreFiles: more > 0 ? `and ${more} more` : null,
    published: url === null ? null : { text: url, href: /^https?:\/\//i.test(url) ? url : null },
    rights: statement.rights,
    proof: proofPath(statement.id, statement.revision),
    tags: statement.tags.map((tag) => ({ label: tag, href: listPath({ tag }) })),
    language: languageName(statement.language),
  };
}
