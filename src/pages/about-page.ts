import { ABOUT, dataPath, listPath, STATEMENTS } from "../permalinks.ts";
import type { NameKind } from "../statements/statement-filter.ts";
import type { ArchiveSummary, NameCount } from "../store/store.ts";
import { contactLink } from "./contact.ts";
import { languageName } from "./language-name.ts";
import { type Layout, layoutOf } from "./layout-model.ts";
import { longDate } from "./long-date.ts";
import { longInstant } from "./long-instant.ts";
import { spanWords } from "./period-words.ts";
import { dated, type Sentence, words } from "./sentence.ts";
import type { Site } from "./site.ts";
import { counted, figure } from "./wording.ts";
import type { CountLink } from "./year-index.ts";

export interface AboutRequest {
  summary: ArchiveSummary;
  /** Every name of each kind, commonest first. */
  names: Record<NameKind, NameCount[]>;
}

/** A number, and the ways in which it is made up: the figures of each add up to it. */
export interface Count {
  /** `36 statements` */
  whole: string;
  parts: string[];
}

export interface AboutPage {
  layout: Layout;
  siteTitle: string;
  /** What the archive holds, from when to when. */
  holds: Sentence;
  counts: Count[];
  /** When anything last changed: `23 February 2023, 06:40 UTC`. */
  changed: { instant: string; words: string } | null;
  languages: CountLink[];
  data: { json: string; txt: string };
  rights: string | null;
  contact: { label: string; href: string | null } | null;
  sample: boolean;
}

export function aboutPage(site: Site, { summary, names }: AboutRequest): AboutPage {
  return {
    layout: layoutOf(site, summary, {
      title: "About this archive",
      description: `What ${site.title} holds, its promise about addresses, its rights and whom to write to.`,
      path: ABOUT,
      current: "about",
      skipTo: "text",
    }),
    siteTitle: site.title,
    holds: holdingOf(summary),
    counts: countsOf(summary, names),
    changed: changeOf(summary),
    languages: names.language.map(({ name, count }) => ({
      text: languageName(name),
      href: listPath({ language: name }),
      count: figure(count),
    })),
    data: { json: dataPath(STATEMENTS, "json"), txt: dataPath(STATEMENTS, "txt") },
    rights: site.rights,
    contact: site.contact === null ? null : contactLink(site.contact),
    sample: summary.sample,
  };
}

function changeOf({ changedAt }: ArchiveSummary): AboutPage["changed"] {
  return changedAt === null ? null : { instant: changedAt, words: longInstant(changedAt) };
}

function holdingOf({ total, first, last }: ArchiveSummary): Sentence {
  if (first === null || last === null) return [words("holds no statements yet.")];
  const held = words(`holds ${counted(total, "statement")}, `);
  const span =
    first === last ? [words("of "), dated(longDate(first), first)] : spanWords(first, last);
  return [held, ...span, words(".")];
}

function countsOf(summary: ArchiveSummary, names: AboutRequest["names"]): Count[] {
  const { total, headlinesDerived, laterRevisions, files, missingFiles } = summary;
  const [agency, place] = [sumOf(names.agency), sumOf(names.place)].map(figure);
  return [
    {
      whole: counted(total, "statement"),
      parts: [
        `${figure(total - headlinesDerived)} with a title of their own, ${figure(headlinesDerived)} under words of their first sentence`,
        `${agency} with an agency named, ${figure(total - sumOf(names.agency))} without`,
        `${place} with a place named, ${figure(total - sumOf(names.place))} without`,
      ],
    },
    {
      whole: counted(total + laterRevisions, "revision"),
      parts: [`${counted(total, "first wording")}, ${counted(laterRevisions, "later one")}`],
    },
    {
      whole: counted(files, "source file"),
      parts: [
        `${figure(files - missingFiles)} present when last looked for, ${figure(missingFiles)} missing; what a missing file held stays`,
      ],
    },
  ];
}

function sumOf(names: NameCount[]): number {
  return names.reduce((sum, { count }) => sum + count, 0);
}
