/** The bytes of files already read, as many as fit: small imports read each file once. */
export class KeptBytes {
  readonly #files = new Map<string, Uint8Array>();
  #room: number;

  /** `room` is in bytes. */
  constructor(room: number) {
    this.#room = room;
  }

  keep(key: string, bytes: Uint8Array): void {
    if (bytes.length > this.#room) return;
    this.#room -= bytes.length;
    this.#files.set(key, bytes);
  }

  /** The bytes, which are kept no longer; `null` where they were not kept. */
  take(key: string): Uint8Array | null {
    const bytes = this.#files.get(key) ?? null;
    this.#files.delete(key);
    return bytes;
  }
}
