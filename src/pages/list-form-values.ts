/** What the reader typed into the list's form, field by field; empty where nothing was. */
export interface ListFormValues {
  q: string;
  from: string;
  to: string;
  agency: string;
  place: string;
  language: string;
  tag: string;
  sort: string;
  after: string;
}

export const NOTHING_TYPED: ListFormValues = {
  q: "",
  from: "",
  to: "",
  agency: "",
  place: "",
  language: "",
  tag: "",
  sort: "",
  after: "",
};
