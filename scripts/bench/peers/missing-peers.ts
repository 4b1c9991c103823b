import { accessSync, constants, readdirSync } from "node:fs";
import path from "node:path";

/** A program measured beside Dateline, or with which it is measured. */
export type Peer = "wrk" | "nginx" | "hugo" | "postgresql";

/** Where the program is; `null` where it is not installed. Debian keeps some out of the path of users. */
export function peerPath(peer: Exclude<Peer, "postgresql">): string | null {
  const folders = [...(process.env.PATH ?? "").split(":"), "/usr/sbin", "/usr/local/sbin"];
  return folders.map((folder) => path.join(folder, peer)).find(isProgram) ?? null;
}

/** The folder of PostgreSQL's programs, the newest version's; `null` where it is not installed. */
export function postgresPath(): string | null {
  const root = "/usr/lib/postgresql";
  const versions = folderNames(root).sort((one, other) => Number(other) - Number(one));
  const folders = versions.map((version) => path.join(root, version, "bin"));
  return folders.find((folder) => isProgram(path.join(folder, "initdb"))) ?? null;
}

/** A line for each peer that is not there. */
export function missingPeers(): string[] {
  const missing: Peer[] = (["wrk", "nginx", "hugo"] as const).filter((peer) => !peerPath(peer));
  if (!postgresPath()) missing.push("postgresql");
  return missing.map((peer) => `${peer} is not here and left out: apt-get install ${peer}`);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function folderNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
