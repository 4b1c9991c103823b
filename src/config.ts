import path from "node:path";
import type { AccessLog } from "./access-log.ts";
import { type AddressList, NO_ADDRESSES } from "./clients/address-list.ts";
import { DatelineError } from "./errors.ts";
import { PROJECT_ROOT } from "./project-root.ts";
import {
  addresses,
  contactAddress,
  filePath,
  folderPath,
  hostName,
  keyPath,
  languageTag,
  oneLine,
  oneOf,
  type Reader,
  siteAddress,
  wholeNumber,
} from "./setting-readers.ts";

/** All settings, checked. */
export interface Config {
  /** 0 to 65535; 0 takes any free port. */
  readonly port: number;
  /** The host name or address to listen on. */
  readonly host: string;
  /** The archive's file, absolute. */
  readonly database: string;
  /** The folder in which the files of `/download` are made, absolute. */
  readonly downloads: string;
  /** Where readers reach the site, as `https://host`: no path, no slash at the end; `null`: the address it listens on. */
  readonly siteUrl: string | null;
  /** What the site is called. */
  readonly title: string;
  /** Whom to write to: an e-mail address, or an `http` or `https` address. */
  readonly contact: string | null;
  /** Whom to tell of a weakness of the site; likewise. */
  readonly securityContact: string | null;
  /** Who may do what with the statements, in the publisher's words. */
  readonly rights: string | null;
  /** A BCP 47 tag for statements whose language neither their file nor their words tell. */
  readonly language: string;
  /** Longer statement files are refused. */
  readonly maxFileBytes: number;
  /** The file with the key that signs the checkpoints of the log, absolute; `null`: nobody signs. */
  readonly logKey: string | null;
  /** So many processes serve, on one port. */
  readonly processes: number;
  /** So many bytes of finished answers each of them keeps; 0 makes every answer afresh. */
  readonly answerBytes: number;
  /** Proxies that are believed for whom they speak. */
  readonly trustedProxies: AddressList;
  /** So many connections each of the processes takes from one client at once; trusted proxies may have any number. */
  readonly connectionsPerClient: number;
  /** What is logged of each request. */
  readonly accessLog: AccessLog;
  /** Where `/metrics` is answered; `null`: nowhere. */
  readonly metricsPort: number | null;
  readonly metricsHost: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_MAX_FILE_BYTES = 10 * 1024 * 1024;
const HIGHEST_MAX_FILE_BYTES = 256 * 1024 * 1024;
const MOST_PROCESSES = 64;
const DEFAULT_ANSWER_BYTES = 64 * 1024 * 1024;
const DEFAULT_CONNECTIONS = 256;
const MOST_CONNECTIONS = 10_000;
const HIGHEST_ANSWER_BYTES = 8 * 1024 * 1024 * 1024;

/**
 * The settings that the environment gives, with defaults for the rest. An empty variable is as one that is not set.
 * A relative `DATELINE_DATABASE` is meant from the working directory; the default stands beside the program.
 * Throws `usage`, naming the variable, what was expected and what came.
 */
export function readConfig(env: Environment = process.env): Config {
  const config = readEach(env);
  expectPortOfItsOwn(config);
  return config;
}

function readEach(env: Environment): Config {
  const database = setting(env, "DATELINE_DATABASE", filePath) ?? defaultDatabase();
  return Object.freeze({
    port: setting(env, "PORT", wholeNumber(0, 65_535)) ?? 3000,
    host: setting(env, "HOST", hostName) ?? "127.0.0.1",
    database,
    downloads: setting(env, "DATELINE_DOWNLOADS", folderPath) ?? `${database}-downloads`,
    siteUrl: setting(env, "DATELINE_SITE_URL", siteAddress) ?? null,
    title: setting(env, "DATELINE_TITLE", oneLine(100)) ?? "Dateline",
    contact: setting(env, "DATELINE_CONTACT", contactAddress) ?? null,
    securityContact: setting(env, "DATELINE_SECURITY_CONTACT", contactAddress) ?? null,
    rights: setting(env, "DATELINE_RIGHTS", oneLine(1000)) ?? null,
    language: setting(env, "DATELINE_LANGUAGE", languageTag) ?? "en",
    maxFileBytes:
      setting(env, "DATELINE_MAX_FILE_BYTES", wholeNumber(1, HIGHEST_MAX_FILE_BYTES)) ??
      DEFAULT_MAX_FILE_BYTES,
    logKey: setting(env, "DATELINE_LOG_KEY", keyPath) ?? null,
    processes: setting(env, "DATELINE_PROCESSES", wholeNumber(1, MOST_PROCESSES)) ?? 1,
    answerBytes:
      setting(env, "DATELINE_ANSWER_BYTES", wholeNumber(0, HIGHEST_ANSWER_BYTES)) ??
      DEFAULT_ANSWER_BYTES,
    trustedProxies: setting(env, "DATELINE_TRUSTED_PROXIES", addresses) ?? NO_ADDRESSES,
    connectionsPerClient:
      setting(env, "DATELINE_CONNECTIONS_PER_CLIENT", wholeNumber(1, MOST_CONNECTIONS)) ??
      DEFAULT_CONNECTIONS,
    accessLog: setting(env, "DATELINE_ACCESS_LOG", oneOf("off", "on", "full")) ?? "off",
    metricsPort: setting(env, "DATELINE_METRICS_PORT", wholeNumber(1, 65_535)),
    metricsHost: setting(env, "DATELINE_METRICS_HOST", hostName) ?? "127.0.0.1",
  });
}

function expectPortOfItsOwn({ host, port, metricsHost, metricsPort }: Config): void {
  if (metricsPort !== port || metricsHost !== host) return;
  const message = `DATELINE_METRICS_PORT: expected another port than PORT, but it is "${port}", too.`;
  throw new DatelineError("usage", message);
}

/** What is wrong with the settings, one by one, each as `readConfig` says it; empty where nothing is. */
export function wrongSettings(env: Environment): string[] {
  const each = settingNames().flatMap((name) => refusal(() => readEach({ [name]: env[name] })));
  return each.length > 0 ? each : refusal(() => readConfig(env));
}

function refusal(read: () => Config): string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    return [error.message];
  }
}

/** Every variable that `readConfig` asks for, in its order. */
export function settingNames(): string[] {
  const asked: string[] = [];
  readEach(new Proxy<Environment>({}, { get: (_, name) => void asked.push(String(name)) }));
  return asked;
}

function setting<Value>(env: Environment, name: string, reader: Reader<Value>): Value | null {
  const text = env[name]?.trim() ?? "";
  if (text === "") return null;
  const value = reader.read(text);
  if (value !== null) return value;
  throw new DatelineError(
    "usage",
    `${name}: expected ${reader.expected}, but it is ${JSON.stringify(text)}.`,
  );
}

function defaultDatabase(): string {
  return path.join(PROJECT_ROOT, "data", "archive.db");
}
