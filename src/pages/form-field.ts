export interface FieldOption {
  value: string;
  text: string;
  selected: boolean;
}

/** A field of a form: a line of text, with or without proposals, or a choice. */
export interface FormField {
  kind: "text" | "choice";
  /** Its name in the address, which is its id, too. */
  name: string;
  label: string;
  /** As typed. */
  value: string;
  /** Of a choice, all of them; of a line of text, what may be proposed. */
  options: FieldOption[];
  /** What was wrong with the value; `null` where nothing was. */
  fault: string | null;
  /** Whether the fault is in a date. */
  dateFault: boolean;
  /** The ids of the texts that explain the field, separated by spaces; `null` for none. */
  describedBy: string | null;
}

export function textField(name: string, label: string, value: string): FormField {
  return {
    kind: "text",
    name,
    label,
    value,
    options: [],
    fault: null,
    dateFault: false,
    describedBy: null,
  };
}

/** The same field, with what was wrong in it. */
export function faultyField(field: FormField, fault: string): FormField {
  const describedBy = [`${field.name}-fault`, field.describedBy].filter((id) => id !== null);
  const dateFault = field.name === "from" || field.name === "to";
  return { ...field, fault, dateFault, describedBy: describedBy.join(" ") };
}
