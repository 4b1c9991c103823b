/** The bytes of files already read, as many as fit: small imports read each file once. By number among the files of the run. */
export class KeptBytes {
  readonly #files = new Map<number, Uint8Array>();
  #room: number;

  /** `room` is in bytes. */
  constructor(room: number) {
    this.#room = room;
  }

  keep(file: number, bytes: Uint8Array): void {
    if (bytes.length > this.#room) return;
    this.#room -= bytes.length;
    this.#files.set(file, bytes);
  }

  /** The bytes, which are kept no longer; `null` where they were not kept. */
  take(file: number): Uint8Array | null {
    const bytes = this.#files.get(file) ?? null;
    this.#files.delete(file);
    return bytes;
  }
}
