import type { NameKind } from "../statements/statement-filter.ts";
import type { ArchiveSummary, NameCount } from "../store/store.ts";

type Names = Record<NameKind, NameCount[]>;

/** What the publisher says of the site. */
export interface Imprint {
  title: string;
  contact: string | null;
  rights: string | null;
}

/** What an archive holds, and whose it is. */
export interface AboutJson extends Imprint {
  total: number;
  /** The days of the first and the last statement. */
  first: string | null;
  last: string | null;
  headlinesDerived: number;
  /** Revisions beyond each statement's first. */
  laterRevisions: number;
  files: number;
  missingFiles: number;
  changedAt: string | null;
  sample: boolean;
  /** Commonest first. */
  agencies: NameCount[];
  places: NameCount[];
  languages: NameCount[];
}

export function aboutJson(imprint: Imprint, summary: ArchiveSummary, names: Names): AboutJson {
  return {
    title: imprint.title,
    contact: imprint.contact,
    rights: imprint.rights,
    total: summary.total,
    first: summary.first,
    last: summary.last,
    headlinesDerived: summary.headlinesDerived,
    laterRevisions: summary.laterRevisions,
    files: summary.files,
    missingFiles: summary.missingFiles,
    changedAt: summary.changedAt,
    sample: summary.sample,
    agencies: names.agency,
    places: names.place,
    languages: names.language,
  };
}

/** The same, one line a fact; what is not known is left out. */
export function aboutText(imprint: Imprint, summary: ArchiveSummary, names: Names): string {
  const facts: [label: string, value: string | number | null][] = [
    ["Archive", imprint.title],
    ["Statements", summary.total],
    ["First", summary.first],
    ["Last", summary.last],
    ["Changed", summary.changedAt],
    ["Files", summary.files],
    ["Files no longer in their folder", summary.missingFiles],
    ["Headlines from the first sentence", summary.headlinesDerived],
    ["Later revisions", summary.laterRevisions],
    ["Agencies", namesLine(names.agency)],
    ["Places", namesLine(names.place)],
    ["Languages", namesLine(names.language)],
    ["Rights", imprint.rights],
    ["Contact", imprint.contact],
  ];
  const known = facts.filter(([, value]) => value !== null);
  return known.map(([label, value]) => `${label}: ${value}\n`).join("");
}

function namesLine(names: NameCount[]): string | null {
  if (names.length === 0) return null;
  return names.map(({ name, count }) => `${name} (${count})`).join(", ");
}
