import { fileURLToPath } from "node:url";

/** The folder that Dateline stands in, absolute and without a slash at its end: built files live in `dist/src` under it. */
export const PROJECT_ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
