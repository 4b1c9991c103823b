// The outside programs that tests need, and how they come to a Debian machine that has none of them.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** Debian's packages that tests name, each with a shell command that succeeds where what it brings can be used. */
export const PACKAGES = {
  "libhttp-oai-perl": "perl -MHTTP::OAI -e 1",
  "libxml2-utils": "command -v xmllint",
  newsboat: "command -v newsboat",
  "python3-feedparser": "/usr/bin/python3 -c 'import feedparser'",
  sfeed: "command -v sfeed",
  pandoc: "command -v pandoc",
  bibutils: "command -v ris2xml",
  biber: "command -v biber",
  "python3-bibtexparser": "/usr/bin/python3 -c 'import bibtexparser'",
  linkchecker: "command -v linkchecker",
  strace: "command -v strace",
  "citation-style-language-styles": "ls /usr/share/citation-style-language/styles/apa.csl",
  nginx: "PATH=$PATH:/usr/sbin; command -v nginx",
  caddy: "command -v caddy",
  varnish: "PATH=$PATH:/usr/sbin; command -v varnishd",
  systemd: "command -v systemd-analyze",
};

/** What brings those packages to Debian. */
export function installCommand(names) {
  return `apt-get update && apt-get install -y --no-install-recommends ${names.join(" ")}`;
}

/** Whether what the package brings can be used here. */
export function isHere(name) {
  return spawnSync("sh", ["-c", PACKAGES[name]], { stdio: "ignore" }).status === 0;
}

/** The packages that these test files name in quotes. */
export function packagesNamedIn(files) {
  const texts = files.map((file) => readFileSync(file, "utf8"));
  return Object.keys(PACKAGES).filter((name) => texts.some((text) => text.includes(`"${name}"`)));
}

/** Installs packages where this process may: `installed`, `refused` by the package registry, or `not-possible` here. */
export function installPackages(names) {
  const debian = existsSync("/etc/debian_version") && process.getuid?.() === 0;
  if (!debian) return "not-possible";
  const command = installCommand(names);
  console.error(`Not here: ${names.join(", ")}. ${command}`);
  const run = spawnSync("sh", ["-c", command], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    timeout: 600_000,
  });
  return run.status === 0 ? "installed" : "refused";
}
