import { parse, serialize, type DefaultTreeAdapterTypes as Tree } from "parse5";
import { exportedAddress } from "./file-of-address.ts";
import { relativeLink } from "./relative-link.ts";

/** What a page of the site becomes as a file. */
export interface RewrittenPage {
  html: string;
  /** Addresses to which it links and to which nothing but links leads. */
  met: string[];
}

/** Marks, in a view, what needs the server. */
const SERVED = "data-served";

/** What is for readers without scripts has links, too. */
const WITHOUT_SCRIPTS = { scriptingEnabled: false };

/** Attributes that lead to another address of the site. */
const LINKING = ["href", "src"];

/** The page of the export that searches it. */
export const SEARCH_PAGE = "search/index.html";

/**
 * The page as the file at `file`, under the folder of the export, which is searched or not: links to what is exported lead from file to file, other links within the
 * site are gone and their words stay, and so is what needs the server.
 */
export function rewritePage(html: string, file: string, isSearched: boolean): RewrittenPage {
  const document = parse(html, WITHOUT_SCRIPTS);
  const met: string[] = [];
  rewriteWithin(document);
  return { html: serialize(document, WITHOUT_SCRIPTS), met };

  function rewriteWithin(parent: Tree.ParentNode): void {
    parent.childNodes = parent.childNodes.flatMap(rewritten);
    for (const child of parent.childNodes) child.parentNode = parent;
  }

  function rewritten(node: Tree.ChildNode): Tree.ChildNode[] {
    if (!("tagName" in node)) return [node];
    if (isServed(node) || (node.tagName === "search" && !isSearched)) return [];
    if (!lead(node)) return node.tagName === "a" ? contentOf(node) : [];
    const wasLink = node.tagName === "li" && isOnlyLink(node);
    rewriteWithin(node);
    return wasLink && !isOnlyLink(node) ? [] : [node];
  }

  function contentOf(node: Tree.Element): Tree.ChildNode[] {
    rewriteWithin(node);
    return node.childNodes;
  }

  /** Makes its link one between files; `false` where that address is not exported. */
  function lead(node: Tree.Element): boolean {
    const action = node.attrs.find(({ name }) => name === "action");
    if (action) action.value = relativeLink(file, SEARCH_PAGE);
    const link = node.attrs.find(({ name, value }) => LINKING.includes(name) && isOfSite(value));
    if (!link) return true;
    const [address = "", fragment] = link.value.split("#", 2);
    const target = exportedAddress(address);
    if (!target) return false;
    if (target.kind === "met") met.push(address);
    const hash = fragment === undefined ? "" : `#${fragment}`;
    link.value = relativeLink(file, target.file) + hash;
    return true;
  }
}

function isServed({ attrs }: Tree.Element): boolean {
  return attrs.some(({ name }) => name === SERVED);
}

/** Whether a list's item is a link and nothing else, so that nothing is left of it without. */
function isOnlyLink({ childNodes: [link, ...others] }: Tree.Element): boolean {
  return others.length === 0 && link?.nodeName === "a";
}

function isOfSite(link: string): boolean {
  return link.startsWith("/") && !link.startsWith("//");
}
