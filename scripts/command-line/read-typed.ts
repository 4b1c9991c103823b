import { parseArgs } from "node:util";
import { DatelineError } from "../../src/errors.ts";
import { quoted } from "../../src/import/quoted.ts";
import type { CommandLine, Typed } from "./command-line.ts";
import { refuseKeptByNpm } from "./kept-by-npm.ts";
import { refuseOtherWords } from "./words.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** The arguments, understood; `null` where `--help` is among them. Throws `usage`, saying what was expected and what came. */
export function readTyped(command: CommandLine, args: string[], env: Environment): Typed | null {
  const { values, positionals } = parse(command, args);
  if (values.help !== undefined) return null;
  const options = optionsOf(command).filter((name) => values[name] === undefined);
  refuseKeptByNpm(options, env);
  refuseOtherWords(command.words, positionals);
  return typed(positionals, values);
}

type Values = Record<string, string[] | boolean | undefined>;

function typed(words: string[], values: Values): Typed {
  const all = (name: string) => (values[name] ?? []) as string[];
  const optional = (name: string) => all(name)[0] ?? null;
  return {
    words,
    all,
    optional,
    required: (name) => {
      const value = optional(name);
      if (value !== null) return value;
      throw new DatelineError("usage", `Expected --${name} with words for readers, and none came.`);
    },
    wholeNumber: (name, lowest) => {
      const text = optional(name);
      if (text === null) return null;
      if (/^\d{1,9}$/.test(text) && Number(text) >= lowest) return Number(text);
      const message = `--${name}: expected a whole number from ${lowest}, but ${quoted(text)} came.`;
      throw new DatelineError("usage", message);
    },
    flag: (name) => values[name] === true,
  };
}

function optionsOf({ values = [], lists = [], flags = [] }: CommandLine): string[] {
  return [...values, ...lists, ...flags];
}

/** Options with a value come as lists, so that one that stands twice can be told. */
function parse(command: CommandLine, args: string[]): { values: Values; positionals: string[] } {
  const { values = [], lists = [], flags = [] } = command;
  const text = { type: "string", multiple: true } as const;
  const options = {
    ...Object.fromEntries([...values, ...lists].map((name) => [name, text])),
    ...Object.fromEntries(flags.map((name) => [name, { type: "boolean" } as const])),
    help: { type: "boolean", short: "h" } as const,
  };
  const parsed = parsedBy(() => parseArgs({ args, allowPositionals: true, options }));
  for (const name of values) expectOnce(name, (parsed.values as Values)[name]);
  return parsed as { values: Values; positionals: string[] };
}

/** Node's own words say what is wrong, and then explain at length. */
function parsedBy<Parsed>(parse: () => Parsed): Parsed {
  try {
    return parse();
  } catch (error) {
    throw new DatelineError("usage", (error as Error).message.split(/\.\s/, 1)[0] as string);
  }
}

function expectOnce(name: string, values: Values[string]): void {
  if (Array.isArray(values) && values.length > 1)
    throw new DatelineError(
      "usage",
      `Expected --${name} once, but it came ${values.length} times.`,
    );
}
