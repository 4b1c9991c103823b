import type { Page } from "playwright-core";

/** Whatever begins a block, a row, a column or a part of a form: before each the page may end for a while. A line of text comes whole. */
const PIECE =
  /(?=<(?:header|nav|search|form|label|input|select|button|main|div|article|section|footer|h[1-6]|p|ol|ul|li|dl|dt|dd|figure|svg|details|table|caption|thead|tbody|tr|th)\b)/;

/** The rest of a long page comes at once: what moves there is out of sight. */
const MOST_PIECES = 200;

/** Runs in the page: where each element begins that can be seen. The columns of a statement's own table are as wide as its words ask. */
const PLACES = `() => {
  const found = new Map();
  for (const element of document.body?.querySelectorAll("*:not(.words table *)") ?? []) {
    const { left, right, top, width, height } = element.getBoundingClientRect();
    const x = getComputedStyle(element).direction === "rtl" ? right : left;
    if (width > 1 && height > 1 && element.checkVisibility()) found.set(element, { x, y: top });
  }
  return found;
}`;

/** Runs in the page: writes one piece after the other, and tells which elements begin elsewhere, by more than a pixel, when it came. */
const GROW = `(pieces) => {
  const places = ${PLACES};
  let now = places();
  return pieces.flatMap((piece) => {
    const before = now;
    document.write(piece);
    now = places();
    return [...before].flatMap(([element, { x, y }]) => {
      const { x: nowX, y: nowY } = now.get(element) ?? { x, y };
      if (Math.abs(nowX - x) <= 1 && Math.abs(nowY - y) <= 1) return [];
      return [[element.outerHTML.slice(0, 80), "from", x, y, "to", nowX, nowY].join(" ")];
    });
  });
}`;

/** Runs in the page: begins it anew, with what stands before its body, and waits for the style sheet. */
const BEGIN = `(head) => {
  document.open();
  document.write(head);
  const sheet = document.querySelector("link[rel=stylesheet]");
  return sheet.sheet ? null : new Promise((resolve) => { sheet.onload = resolve; });
}`;

/**
 * Shows `html` as a slow line brings it, piece by piece, and gives each element that moved when more of the page came. Nothing is timed:
 * the parser is fed by hand. `page` must be on the site whose page it is.
 */
export async function movesWhileGrowing(page: Page, html: string): Promise<string[]> {
  const body = html.indexOf("<body");
  await page.evaluate(`(${BEGIN})(${JSON.stringify(html.slice(0, body))})`);
  const pieces = html.slice(body).split(PIECE);
  const shown = [...pieces.slice(0, MOST_PIECES), pieces.slice(MOST_PIECES).join("")];
  return page.evaluate<string[]>(`(${GROW})(${JSON.stringify(shown)})`);
}
