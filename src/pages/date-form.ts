import { type FormField, textField } from "./form-field.ts";

/** The form that asks for a list, as `parts/date-form.ejs` prints it. */
export interface DateForm {
  fields: FormField[];
  /** Parts of the list that the form keeps but does not ask for. */
  kept: { name: string; value: string }[];
  submit: string;
}

/** A form for two dates, with what stands in its fields. */
export function dateForm(from: string, to: string): DateForm {
  return { fields: dateFields(from, to), kept: [], submit: "Show these dates" };
}

/** The two fields for dates; each explains its form. */
export function dateFields(from: string, to: string): FormField[] {
  return [
    { ...textField("from", "From", from), describedBy: "how" },
    { ...textField("to", "To", to), describedBy: "how" },
  ];
}

/** The form with nothing in it. */
export const EMPTY_DATE_FORM: DateForm = dateForm("", "");
