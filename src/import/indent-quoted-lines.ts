/** A quoted value of a key at the line's start, or of a list's item. */
const QUOTED_VALUE =
  /^((?:[\w-]+[^\S\n]*:|[^\S\n]*-)[^\S\n]+)("[^"\\]*(?:\\[\s\S][^"\\]*)*"|'[^']*(?:''[^']*)*')/gm;

/**
 * Front matter in which the later lines of a quoted value are indented, as YAML 1.2 asks for (7.3.1) and most programs
 * that write front matter do not. It says the same, since white space at the start of such a line does not count.
 */
export function indentQuotedLines(yaml: string): string {
  return yaml.replace(
    QUOTED_VALUE,
    (_, name: string, value: string) => name + value.replace(/\n(?=\S)/g, "\n "),
  );
}
