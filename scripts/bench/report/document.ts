const INTRODUCTION = `# Benchmarks

Written by \`npm run bench\`: each section is replaced when its part is measured again with as many statements. Ratios compare what was
measured in turns, side by side, on one machine; single times depend on it. Nothing here is asserted by a test.
`;

const ENDING = /^(?=## )/m;
const PART = /^(?=### )/m;

/** The document with one part of one size replaced or added; sizes and parts stand in order. */
export function withSection(
  document: string,
  {
    size,
    part,
    order,
    text,
  }: { size: number; part: string; order: readonly string[]; text: string },
): string {
  const sizes = readSizes(document);
  const parts = sizes.get(size) ?? new Map<string, string>();
  parts.set(part, `### ${part}\n\n${text.trim()}\n\n`);
  sizes.set(size, parts);
  const written = [...sizes]
    .sort(([one], [other]) => one - other)
    .map(([number, of]) => {
      const inOrder = order.flatMap((name) => of.get(name) ?? []);
      return `## ${number.toLocaleString("en")} statements\n\n${inOrder.join("")}`;
    });
  return `${INTRODUCTION}\n${written.join("").trim()}\n`;
}

function readSizes(document: string): Map<number, Map<string, string>> {
  const sizes = new Map<number, Map<string, string>>();
  for (const section of document.split(ENDING)) {
    const written = /^## ([\d,]+) statements$/m.exec(section)?.[1];
    if (written === undefined) continue;
    const parts = section.split(PART).slice(1);
    const named = parts.map((text) => [/^### (.*)$/m.exec(text)?.[1] ?? "", text] as const);
    sizes.set(Number(written.replaceAll(",", "")), new Map(named));
  }
  return sizes;
}
