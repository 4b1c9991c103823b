import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cpuSeconds } from "../measure/process.ts";
import { killAtEnd } from "../tidy.ts";
import type { Captured } from "./captured.ts";
import { freePort } from "./free-port.ts";
import { peerPath } from "./missing-peers.ts";
import type { Served } from "./served.ts";

/** What nginx sends as files: each folder of bodies under its own name, some with an encoding. */
export interface FileSet {
  name: string;
  encoding: string | null;
  answers: Captured[];
}

/** Where nginx serves the `index`-th answer of a set. */
export function nginxAddress(set: string, index: number): string {
  return `/${set}/${index}.html`;
}

/** nginx with one worker, tuned for files, or `null` where it is not installed. */
export async function serveNginx(folder: string, sets: FileSet[]): Promise<Served | null> {
  const nginx = peerPath("nginx");
  if (!nginx) return null;
  const root = path.join(folder, "nginx");
  for (const set of sets) writeBodies(path.join(root, set.name), set.answers);
  const port = await freePort();
  const config = path.join(root, "nginx.conf");
  writeFileSync(config, configuration(root, port, sets));
  const child = spawn(nginx, ["-p", root, "-c", config, "-e", `${root}/error.log`], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  killAtEnd(child);
  const url = `http://127.0.0.1:${port}`;
  await answers(url);
  const pid = child.pid as number;
  const stop = async () => {
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  return { url, pid, cpu: () => cpuSeconds(workerOf(pid)), stop };
}

function writeBodies(folder: string, bodies: Captured[]): void {
  mkdirSync(folder, { recursive: true });
  for (const [index, { body }] of bodies.entries())
    writeFileSync(path.join(folder, `${index}.html`), body);
}

/** The files carry their encoding, so that nginx needs no module to choose one. `user` only matters to root. */
function configuration(root: string, port: number, sets: FileSet[]): string {
  const encoded = sets.filter(({ encoding }) => encoding !== null);
  return `
daemon off;
${process.getuid?.() === 0 ? "user root;" : ""}
worker_processes 1;
pid ${root}/nginx.pid;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  open_file_cache max=20000 inactive=60s;
  types { text/html html; }
  charset utf-8;
  client_body_temp_path ${root}/t1; proxy_temp_path ${root}/t2; fastcgi_temp_path ${root}/t3;
  uwsgi_temp_path ${root}/t4; scgi_temp_path ${root}/t5;
  server {
    listen 127.0.0.1:${port};
    root ${root};
    ${encoded.map(({ name, encoding }) => `location /${name}/ { add_header Content-Encoding ${encoding}; }`).join("\n    ")}
  }
}
`;
}

/** Waits until something answers, for some seconds. */
async function answers(url: string): Promise<void> {
  for (let left = 100; left > 0; left -= 1) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`expected nginx to answer at ${url}`);
}

/** The worker does the work; the master only looks after it. */
function workerOf(master: number): number {
  const children = readFileSync(`/proc/${master}/task/${master}/children`, "utf8");
  return Number(children.trim().split(" ")[0]);
}
