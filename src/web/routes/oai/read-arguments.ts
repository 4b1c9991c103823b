import type { OaiFault } from "../../../formats/oai/oai-response.ts";
import { listed } from "../../../pages/wording.ts";
import { OaiProblem, oaiProblem } from "./oai-problem.ts";

/** Which arguments each verb takes (OAI-PMH 2.0, 4). */
interface Takes {
  required: readonly string[];
  optional: readonly string[];
  /** Takes `resumptionToken` in place of all others. */
  resumes: boolean;
}

const SELECTION: Takes = {
  required: ["metadataPrefix"],
  optional: ["from", "until", "set"],
  resumes: true,
};

export const VERBS = {
  Identify: { required: [], optional: [], resumes: false },
  ListMetadataFormats: { required: [], optional: ["identifier"], resumes: false },
  ListSets: { required: [], optional: [], resumes: true },
  GetRecord: { required: ["identifier", "metadataPrefix"], optional: [], resumes: false },
  ListIdentifiers: SELECTION,
  ListRecords: SELECTION,
} as const satisfies Record<string, Takes>;

export type Verb = keyof typeof VERBS;

/** What a harvester asks: the arguments by name, the verb among them. */
export interface OaiAsked {
  verb: Verb;
  given: Record<string, string>;
}

/** So many faults are told at once. */
const MOST_FAULTS = 20;

/** Reads the arguments of a query or a form. Throws the protocol's `badVerb` and `badArgument`. */
export function readArguments(form: string): OaiAsked {
  const pairs = [...new URLSearchParams(form)];
  const verb = readVerb(pairs);
  const rest = pairs.filter(([name]) => name !== "verb");
  const faults = argumentFaults(verb, rest);
  if (faults.length > 0) throw new OaiProblem(faults.slice(0, MOST_FAULTS).map(badArgument));
  return { verb, given: { verb, ...Object.fromEntries(rest) } };
}

function readVerb(pairs: [string, string][]): Verb {
  const verbs = pairs.filter(([name]) => name === "verb").map(([, value]) => value);
  const [verb = ""] = verbs;
  if (verbs.length === 1 && Object.hasOwn(VERBS, verb)) return verb as Verb;
  const expected = `Expected one verb of ${listed(Object.keys(VERBS), "or")}`;
  const came = verbs.length === 0 ? "there was none" : `it was ${verbs.join(", ").slice(0, 200)}`;
  throw oaiProblem("badVerb", `${expected}; ${came}.`);
}

function argumentFaults(verb: Verb, pairs: [string, string][]): string[] {
  const takes: Takes = VERBS[verb];
  const names = pairs.map(([name]) => name);
  const known = [
    ...takes.required,
    ...takes.optional,
    ...(takes.resumes ? ["resumptionToken"] : []),
  ];
  const unknown = names.filter((name) => !known.includes(name));
  const repeated = names.filter((name, at) => names.indexOf(name) !== at);
  const faults = [
    ...unknown.map((name) => `${verb} takes no argument “${name.slice(0, 100)}”.`),
    ...repeated.map((name) => `“${name.slice(0, 100)}” is given more than once.`),
  ];
  if (names.includes("resumptionToken")) {
    if (names.length > 1) faults.push("resumptionToken is given alone, without other arguments.");
    return faults;
  }
  const missing = takes.required.filter((name) => !names.includes(name));
  return [...faults, ...missing.map((name) => `${verb} needs the argument ${name}.`)];
}

function badArgument(message: string): OaiFault {
  return { code: "badArgument", message };
}
