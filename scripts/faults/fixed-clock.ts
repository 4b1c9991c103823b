// Loaded before a command that is disturbed: every run is of one instant, so that what two runs made can be compared byte for byte.
import { FIXED_INSTANT } from "./fixed-instant.ts";

const fixed = Date.parse(FIXED_INSTANT);
const Clock = globalThis.Date;

globalThis.Date = new Proxy(Clock, {
  construct: (target, given: unknown[]) =>
    Reflect.construct(target, given.length === 0 ? [fixed] : given),
  get: (target, name) => (name === "now" ? () => fixed : Reflect.get(target, name)),
});
