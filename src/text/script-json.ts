import type { SafeHtml } from "./safe-html.ts";

/** The value as JSON that may stand in a `script` element: nothing in it ends the element, or begins a comment. */
export function scriptJson(value: object): SafeHtml {
  return JSON.stringify(value).replaceAll("<", "\\u003c") as SafeHtml;
}
