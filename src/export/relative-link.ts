/** The link from one file of the export to another, both under its folder: `2023/index.html`, `site.css` → `../site.css`. */
export function relativeLink(from: string, to: string): string {
  const here = from.split("/").slice(0, -1);
  const there = to.split("/");
  let shared = 0;
  while (shared < here.length && here[shared] === there[shared]) shared++;
  return [...here.slice(shared).map(() => ".."), ...there.slice(shared)].join("/");
}
