/** How far a walk along the changes has come. It stays good when the archive goes on. */
export type ChangeKey = string;

const FORM = /^[1-9]\d{0,14}$/;

/** Whether it can be a key that a walk along the changes gave. */
export function isChangeKey(text: string): text is ChangeKey {
  return FORM.test(text);
}
