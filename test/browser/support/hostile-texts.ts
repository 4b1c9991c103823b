import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { sharedPath } from "../../support/shared.ts";

/** Texts that try to run in a page, or to load something into it. Each would set `__pwned`, open a dialog or ask another host. */
export const OWN_HOSTILE_TEXTS = [
  "<script>globalThis.__pwned = 1</script>",
  '<img src="https://elsewhere.example/x.png" onerror="__pwned = 1">',
  '"><svg onload=__pwned=1>',
  "'><body onload='__pwned=1'>",
  "</title><script>document.title = 'taken'; __pwned = 1</script>",
  "</textarea></style></script><script>alert(1)</script>",
  "<!-- <script>alert(1)</script> -->",
  "<style>@import url(https://elsewhere.example/x.css); * { display: none }</style>",
  "<base href=https://elsewhere.example/>",
  '<meta http-equiv="refresh" content="0; url=https://elsewhere.example/">',
  "<iframe srcdoc='<script>parent.__pwned = 1</script>'></iframe>",
  "<link rel=stylesheet href=https://elsewhere.example/x.css>",
  "<% globalThis.__pwned = 1 %><%= process.exit(9) %><%- include('/etc/passwd') %>",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a text that a template might take for its own
  "${process.exit(9)} {{constructor.constructor('__pwned=1')()}} #{7*7}",
  "&lt;script&gt;__pwned = 1&lt;/script&gt; &amp;amp; &#60;b&#62;",
  "\u202e<script>__pwned = 1</script>\u2066",
  "javascript:__pwned=1//https://elsewhere.example/",
];

/** Markdown whose links, images and raw HTML try the same. */
export const HOSTILE_MARKDOWN = `
[a](javascript:__pwned=1) [b](java&#115;cript:__pwned=1) [c](&#x6A;avascript:__pwned=1)
[d](data:text/html,<script>__pwned=1</script>) [e](vbscript:x) [f]( javascript:__pwned=1 )
[g](//elsewhere.example/ "x\\" onmouseover=\\"__pwned=1") <javascript:__pwned=1>

![h](https://elsewhere.example/h.png) ![i"onerror="__pwned=1](x) ![j](x "y\\" onerror=\\"__pwned=1")

<kbd><img/src=x/onerror=__pwned=1></kbd> <b onclick=__pwned=1>bold</b> <details open ontoggle=__pwned=1>

<div><script>__pwned = 1</script></div>

<svg><style><img src=x onerror=__pwned=1></style></svg>

\`\`\`"onmouseover="__pwned=1
</code></pre><script>__pwned = 1</script>
\`\`\`

| a | b |
| --- | --- |
| <img src=x onerror=__pwned=1> | [k](javascript:__pwned=1) |

[l]: javascript:__pwned=1
[l] and [reference][l]

<script>__pwned = 1</script>
`;

/** Lines of the big list of naughty strings that hold more than white space; empty where the list is absent. */
export function naughtyStrings(): string[] {
  const list = sharedPath("payloads/strings/blns.txt");
  if (list === null) return [];
  const lines = readFileSync(list, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "" && !line.startsWith("#"));
}

/** The difficult files about markup: name → bytes; empty where they are absent. */
export function markupFiles(): Record<string, Uint8Array> {
  const folder = sharedPath("nasty/markup");
  if (folder === null) return {};
  const names = readdirSync(folder);
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name))]));
}
