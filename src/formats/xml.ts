declare const wellFormed: unique symbol;

/** XML that may stand where an element's content stands. Only this file makes it. */
export type Xml = string & { readonly [wellFormed]: true };

/** What begins every XML file. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Values of attributes by their names; one that is `null` is left out. */
export type Attributes = Readonly<Record<string, string | null>>;

/** XML 1.0, production 2, allows no other characters, not even as references. */
const NOT_ALLOWED = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // A parser would make a line end of it (XML 1.0, 2.11).
  "\r": "&#13;",
};

/** The text for an element or a quoted attribute. Characters that XML cannot hold become U+FFFD. */
export function escapeXml(text: string): Xml {
  return text
    .replace(NOT_ALLOWED, "\ufffd")
    .replace(/[&<>"\r]/g, (character) => ESCAPES[character] as string) as Xml;
}

/** An element with other elements in it, a line each; those that are `null` are left out. */
export function element(
  name: string,
  attributes: Attributes,
  children: readonly (Xml | null)[] = [],
): Xml {
  const inside = children.filter((child) => child !== null);
  const start = `<${name}${written(attributes)}`;
  if (inside.length === 0) return `${start}/>` as Xml;
  return `${start}>\n${inside.join("\n")}\n</${name}>` as Xml;
}

/** An element with exactly that text in it. */
export function textElement(name: string, text: string, attributes: Attributes = {}): Xml {
  return `<${name}${written(attributes)}>${escapeXml(text)}</${name}>` as Xml;
}

/** Within an attribute, tabs and line ends would become spaces (XML 1.0, 3.3.3). */
function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter((pair): pair is [string, string] => pair[1] !== null)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join("");
}

function escapeAttribute(value: string): string {
  return escapeXml(value).replaceAll("\t", "&#9;").replaceAll("\n", "&#10;");
}
