/** What the reader typed into the list's form, field by field; empty where nothing was. */
export interface ListFormValues {
  from: string;
  to: string;
  agency: string;
  place: string;
  language: string;
  sort: string;
  after: string;
}

export const NOTHING_TYPED: ListFormValues = {
  from: "",
  to: "",
  agency: "",
  place: "",
  language: "",
  sort: "",
  after: "",
};
