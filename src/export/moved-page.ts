import { escapeXml } from "../formats/xml.ts";
import { exportedAddress } from "./file-of-address.ts";
import { relativeLink } from "./relative-link.ts";

/**
 * What the file at `file` says where its address leads to the address `to` of the site at `siteUrl`. Only a script can take the fragment
 * along, which names a paragraph.
 */
export function movedPage(file: string, to: string, siteUrl: string): string {
  const target = exportedAddress(to);
  if (!target) throw new Error(`${to}: expected an address that is exported`);
  const link = relativeLink(file, target.file);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>The statement stands elsewhere</title>
<link rel="canonical" href="${escapeXml(siteUrl + to)}">
<script>location.replace("${link}" + location.hash);</script>
<meta http-equiv="refresh" content="0; url=${link}">
</head>
<body>
<p>This address leads to <a href="${link}">the page of the statement</a>.</p>
</body>
</html>
`;
}
