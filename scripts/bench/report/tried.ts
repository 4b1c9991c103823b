import type { FigureName } from "../figures.ts";

/** What holds a figure that is not reached, and what was tried: printed where it is missed. */
export const TRIED: Partial<Record<FigureName, string>> = {};
