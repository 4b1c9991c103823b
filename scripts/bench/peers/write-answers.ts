import { writeFileSync } from "node:fs";
import type { Captured } from "./captured.ts";

/** Writes answers for `bare-node`. */
export function writeAnswers(file: string, answers: Captured[]): void {
  const written = answers.map((answer) => ({ ...answer, body: answer.body.toString("base64") }));
  writeFileSync(file, JSON.stringify(written));
}
