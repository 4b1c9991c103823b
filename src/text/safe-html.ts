declare const safeHtml: unique symbol;

/** HTML that may be printed as it is. Only this folder makes it. */
export type SafeHtml = string & { readonly [safeHtml]: true };

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const NEEDS_ESCAPE = /[&<>"']/;

/** The text as HTML that shows exactly its characters, in an element or in a quoted attribute. */
export function escapeHtml(text: string): SafeHtml {
  if (!NEEDS_ESCAPE.test(text)) return text as SafeHtml;
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] as string) as SafeHtml;
}

/** Declares HTML safe that this folder's Markdown renderer wrote, now or before it was stored. */
export function renderedHtml(html: string): SafeHtml {
  return html as SafeHtml;
}
