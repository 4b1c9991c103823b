import type { NameKind } from "../statements/statement-filter.ts";
import type { NameCount } from "../store/store.ts";
import { type DateForm, dateFields } from "./date-form.ts";
import { type FieldOption, type FormField, textField } from "./form-field.ts";
import { languageName } from "./language-name.ts";
import type { ListFormValues } from "./list-form-values.ts";
import { sameName } from "./near-names.ts";
import { figure } from "./wording.ts";

/** So many names are still a choice; of more, the commonest are proposed. */
const MOST_CHOICES = 60;
const MOST_PROPOSALS = 200;

/** A form for the dates of a list, which keeps its other parts. */
export function listDateForm(typed: ListFormValues): DateForm {
  return {
    fields: dateFields(typed.from, typed.to),
    kept: keptParts(typed, ["q", "agency", "place", "language", "tag", "sort"]),
    submit: "Show these dates",
  };
}

/** Those of the parts that were asked for, for hidden fields. */
export function keptParts(
  typed: ListFormValues,
  parts: (keyof ListFormValues)[],
): DateForm["kept"] {
  return parts.filter((name) => typed[name] !== "").map((name) => ({ name, value: typed[name] }));
}

export const NAME_LABELS: Record<NameKind, string> = {
  agency: "Agency",
  place: "Place",
  language: "Language",
};
export const NAME_KINDS: NameKind[] = ["agency", "place", "language"];

/** The form of the list: the dates, and each kind of name that the archive holds or that was typed. */
export function listForm(typed: ListFormValues, names: Record<NameKind, NameCount[]>): DateForm {
  const asked = NAME_KINDS.filter((kind) => names[kind].length > 0 || typed[kind] !== "");
  return {
    fields: [
      ...dateFields(typed.from, typed.to),
      ...asked.map((kind) => nameField(kind, typed[kind], names[kind])),
    ],
    kept: keptParts(typed, ["q", "tag", "sort"]),
    submit: "Show this list",
  };
}

function nameField(kind: NameKind, typed: string, names: NameCount[]): FormField {
  const field = textField(kind, NAME_LABELS[kind], typed);
  const held = sameName(typed, names);
  const option = ({ name, count }: NameCount) => ({
    value: name,
    text: `${nameInWords(kind, name)} (${figure(count)})`,
    selected: name === held?.name,
  });
  if (names.length > MOST_CHOICES) {
    return { ...field, options: names.slice(0, MOST_PROPOSALS).map(option) };
  }
  const unknown = typed !== "" && held === null ? [strangerOption(typed)] : [];
  const any = { value: "", text: `Any ${kind}`, selected: typed === "" };
  return { ...field, kind: "choice", options: [any, ...unknown, ...names.map(option)] };
}

/** What was typed stays in its field, also where it is none of the choices. */
function strangerOption(typed: string): FieldOption {
  return { value: typed, text: `${typed} (0)`, selected: true };
}

/** A name as the reader sees it: languages by their English name. */
export function nameInWords(kind: NameKind, name: string): string {
  return kind === "language" ? languageName(name) : name;
}
