import assert from "node:assert/strict";

/** Every element that a page may hold, with the attributes that it may have and the form of their values. */
const ALLOWED: Record<string, Record<string, RegExp>> = {
  a: { href: /^(?:https?:\/\/|mailto:|#)[!-~]*$/, title: /^/ },
  blockquote: {},
  br: {},
  code: {},
  del: {},
  em: {},
  h2: {},
  h3: {},
  h4: {},
  h5: {},
  h6: {},
  hr: {},
  li: {},
  ol: { start: /^[0-9]{1,9}$/ },
  p: {},
  pre: {},
  strong: {},
  table: {},
  tbody: {},
  td: {},
  th: { scope: /^col$/ },
  thead: {},
  tr: {},
  ul: {},
};

const VOID = new Set(["br", "hr"]);
const PIECE =
  /<(\/?)([a-z][a-z0-9]*)((?: [a-z]+="[^"<>]*")*)>|&(?:amp|lt|gt|quot|#39);|[^<>&"']+/gy;

/** Fails unless the HTML is well-formed and holds only what `ALLOWED` names. Stricter than any browser reads. */
export function checkHtml(html: string): void {
  const open: string[] = [];
  let end = 0;
  for (const [piece, slash, name, attributes] of html.matchAll(PIECE)) {
    end += piece.length;
    if (name === undefined) continue;
    assert.ok(name in ALLOWED, `no page may hold <${name}>: ${html}`);
    if (slash === "/") assert.equal(open.pop(), name, html);
    else {
      checkAttributes(name, attributes ?? "", html);
      assert.ok(name !== "a" || !open.includes("a"), `a link in a link: ${html}`);
      if (!VOID.has(name)) open.push(name);
    }
  }
  assert.equal(end, html.length, `not escaped: ${html.slice(end, end + 80)}`);
  assert.deepEqual(open, [], html);
}

function checkAttributes(element: string, attributes: string, html: string): void {
  for (const [, name, value] of attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)) {
    const form = ALLOWED[element]?.[name as string];
    assert.ok(form?.test(value as string), `no page may hold ${name}="${value}": ${html}`);
  }
}
