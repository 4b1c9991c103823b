/** Where the progress is shown, and when. */
export interface ProgressTerminal {
  isTTY: boolean;
  /** Columns. */
  width: number;
  write(text: string): void;
  /** Milliseconds from any beginning. */
  now(): number;
}

const BETWEEN_MS = 100;
const WORDS = {
  reading: { doing: "Reading", things: "files" },
  writing: { doing: "Writing", things: "files" },
  keeping: { doing: "Keeping", things: "statements" },
  bagging: { doing: "Summing", things: "files" },
  exporting: { doing: "Exporting", things: "statements" },
};

/** How far it is. */
export interface ShownProgress {
  stage: keyof typeof WORDS;
  done: number;
  total: number;
}

/** A line on the terminal that says how far an import or an export is; elsewhere nothing is written. */
export class ImportProgress {
  readonly #terminal: ProgressTerminal;
  #stage: ShownProgress["stage"] | null = null;
  #began = 0;
  #shown = Number.NEGATIVE_INFINITY;
  #length = 0;

  constructor(terminal: ProgressTerminal) {
    this.#terminal = terminal;
  }

  show(progress: ShownProgress): void {
    if (!this.#terminal.isTTY) return;
    const now = this.#terminal.now();
    if (progress.stage !== this.#stage) {
      this.#stage = progress.stage;
      this.#began = now;
    } else if (now - this.#shown < BETWEEN_MS && progress.done < progress.total) return;
    this.#shown = now;
    this.#draw(progressLine(progress, now - this.#began, this.#terminal.width));
  }

  /** A message on a line of its own, above what follows. */
  say(message: string): void {
    this.clear();
    this.#terminal.write(`${message}\n`);
  }

  clear(): void {
    if (this.#length > 0) this.#terminal.write(`\r${" ".repeat(this.#length)}\r`);
    this.#length = 0;
  }

  #draw(line: string): void {
    const rest = " ".repeat(Math.max(0, this.#length - line.length));
    this.#terminal.write(`\r${line}${rest}`);
    this.#length = line.length;
  }
}

/** `elapsed` in milliseconds; the line is shorter than `width` columns. */
export function progressLine(
  { stage, done, total }: ShownProgress,
  elapsed: number,
  width: number,
): string {
  const share = total === 0 ? 1 : done / total;
  const rate = elapsed > 0 ? (done * 1000) / elapsed : 0;
  const left = rate > 0 && done < total ? `, ${duration((total - done) / rate)} left` : "";
  const speed = rate > 0 ? `, ${grouped(rate)} a second` : "";
  const { doing, things } = WORDS[stage];
  const words = `${doing} ${grouped(done)} of ${grouped(total)} ${things}${speed}${left}`;
  const room = Math.min(30, width - words.length - 10);
  const percent = `${String(Math.floor(share * 100)).padStart(3)}%`;
  const bar = room >= 5 ? `[${"#".repeat(Math.round(share * room)).padEnd(room, "-")}] ` : "";
  return `${bar}${percent} ${words}`.slice(0, Math.max(1, width - 1));
}

function grouped(value: number): string {
  return Math.round(value).toLocaleString("en");
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
