/** A form that asks for a period, as `parts/date-form.ejs` prints it. */
export interface DateForm {
  /** What stands in the fields, as typed; empty for nothing. */
  from: string;
  to: string;
}

/** The form with nothing in it. */
export const EMPTY_DATE_FORM: DateForm = { from: "", to: "" };
