import type { Citation } from "../../citation.ts";
import { bibtexFile } from "../../formats/citations/bibtex.ts";
import { cslItems } from "../../formats/citations/csl-json.ts";
import { risFile } from "../../formats/citations/ris.ts";
import { jsonText } from "../../formats/json-text.ts";
import type { Resource } from "../resource.ts";

/** Files of the same citations in each format. */
export function citationFiles(cited: () => Citation[] | Promise<Citation[]>): Resource["data"] {
  return {
    bib: async () => bibtexFile(await cited()),
    ris: async () => risFile(await cited()),
    "csl.json": async () => jsonText(cslItems(await cited())),
  };
}
