import { primaryLanguage } from "./stemmers.ts";

/**
 * A word that no text holds and every statement of that language does, as a search index sees it: word forms of one
 * language are so kept apart from another's.
 */
export function languageMark(language: string): string {
  return `=${primaryLanguage(language).replace(/[^a-z0-9]/g, "")}`;
}
