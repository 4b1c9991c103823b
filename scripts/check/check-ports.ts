import { once } from "node:events";
import { createServer } from "node:net";
import type { Config } from "../../src/config.ts";
import { type Finding, fault, fine } from "./finding.ts";

/** So long whoever has a port may take to say what it is, in milliseconds. */
const PATIENCE = 2_000;

interface Port {
  subject: string;
  setting: string;
  host: string;
  port: number;
  /** What the site answers there, and nobody else. */
  path: string;
  isOurs: RegExp;
}

/** Whether the ports can be taken, or the site itself has them. */
export function checkPorts({ host, port, metricsHost, metricsPort }: Config): Promise<Finding[]> {
  const ports: Port[] = [
    {
      subject: "port",
      setting: "PORT",
      host,
      port,
      path: "/healthz",
      isOurs: /"(generation|fault)":/,
    },
  ];
  if (metricsPort !== null) {
    const place = { host: metricsHost, port: metricsPort, path: "/metrics", isOurs: /^dateline_/m };
    ports.push({ subject: "metrics port", setting: "DATELINE_METRICS_PORT", ...place });
  }
  return Promise.all(ports.map(findingOf));
}

async function findingOf(asked: Port): Promise<Finding> {
  const { subject, setting, host, port } = asked;
  const place = `${port} of ${host}`;
  const code = await refusal(host, port);
  if (code === null) return fine(subject, `${place} is free`);
  if (code !== "EADDRINUSE")
    return fault(subject, `${place} cannot be taken (${code}); look at ${setting} and the host`);
  return (await isSite(asked))
    ? fine(subject, `${place} is taken by the site, which runs`)
    : fault(
        subject,
        `expected ${place} to be free, and another program has it; end that, or set ${setting} to another`,
      );
}

/** Why the port cannot be taken; `null` where it can. */
async function refusal(host: string, port: number): Promise<string | null> {
  const server = createServer().listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
  await once(server.close(), "close");
  return null;
}

async function isSite({ host, port, path, isOurs }: Port): Promise<boolean> {
  const name = host.includes(":") ? `[${host}]` : host;
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const answer = await fetch(`http://${name}:${port}${path}`, { signal, redirect: "error" });
    return isOurs.test(await answer.text());
  } catch {
    return false;
  }
}
