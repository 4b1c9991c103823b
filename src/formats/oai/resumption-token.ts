import { type ChangeKey, isChangeKey } from "../../statements/change-key.ts";

/** Where a harvest goes on. Nothing of it is kept here, so that it outlives a restart. */
export interface Resumption {
  /** As they came; `null` where they did not. */
  from: string | null;
  until: string | null;
  set: string | null;
  after: ChangeKey;
  /** How many were sent before. */
  cursor: number;
}

const SEPARATOR = "/";
const FIGURES = /^\d{1,15}$/;

export function writeToken({ from, until, set, after, cursor }: Resumption): string {
  return [cursor, after, from ?? "", until ?? "", set ?? ""].join(SEPARATOR);
}

/** `null` for what was never such a token. */
export function readToken(token: string): Resumption | null {
  const [cursor = "", after = "", from, until, set, ...more] = token.split(SEPARATOR);
  if (set === undefined || more.length > 0) return null;
  if (!FIGURES.test(cursor) || !isChangeKey(after)) return null;
  return {
    from: from || null,
    until: until || null,
    set: set || null,
    after,
    cursor: Number(cursor),
  };
}
