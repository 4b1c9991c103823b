import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { type Running, run, until } from "./running.ts";

/** The configurations that `docs/operating` has, as they stand but for ports and folders. */
const CONFIGURATIONS = join(import.meta.dirname, "../../../../docs/operating");

/** Where the proxy listens, and the two instances behind it. */
export interface Ports {
  front: number;
  one: number;
  two: number;
}

export type ProxyName = "nginx" | "caddy" | "varnish";

/** Starts the proxy with the configuration of the documents; `folder` is empty and its own. */
export async function runProxy(name: ProxyName, folder: string, ports: Ports): Promise<Running> {
  mkdirSync(folder);
  const proxy = { nginx: runNginx, caddy: runCaddy, varnish: runVarnish }[name](folder, ports);
  await until(() => isListening(ports.front), proxy);
  return proxy;
}

function runNginx(folder: string, ports: Ports): Running {
  const site = configuration("nginx.conf", ports)
    .replaceAll("listen 80", `listen 127.0.0.1:${ports.front}`)
    .replace("/var/cache/nginx/dateline", join(folder, "cache"));
  writeFileSync(join(folder, "site.conf"), site);
  writeFileSync(join(folder, "dateline-proxy.inc"), configuration("dateline-proxy.inc", ports));
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
    .join(" ");
  const whole = `daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log stderr;
    ${process.getuid?.() === 0 ? "user root;" : ""}
    events { } http { access_log off; ${temporary} include site.conf; }`;
  writeFileSync(join(folder, "nginx.conf"), whole);
  return run("nginx", ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", "stderr"]);
}

function runCaddy(folder: string, ports: Ports): Running {
  const site = configuration("Caddyfile", ports).replace(
    /^statements\.example\.org \{/m,
    `http://statements.example.org:${ports.front} {\n\tbind 127.0.0.1`,
  );
  writeFileSync(join(folder, "Caddyfile"), `{\n\tadmin off\n}\n${site}`);
  const env = { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  return run(
    "caddy",
    ["run", "--adapter", "caddyfile", "--config", join(folder, "Caddyfile")],
    env,
  );
}

function runVarnish(folder: string, ports: Ports): Running {
  const file = join(folder, "default.vcl");
  writeFileSync(file, configuration("varnish.vcl", ports));
  const listen = `127.0.0.1:${ports.front}`;
  return run("varnishd", [
    ...["-j", "none", "-F", "-n", join(folder, "n")],
    ...["-a", listen, "-f", file, "-s", "malloc,32m"],
  ]);
}

function configuration(name: string, { one, two }: Ports): string {
  return readFileSync(join(CONFIGURATIONS, name), "utf8")
    .replaceAll("3001", String(one))
    .replaceAll("3002", String(two));
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
