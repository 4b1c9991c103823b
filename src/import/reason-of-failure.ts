const REASONS: Record<string, string> = {
  EACCES: "permission denied; let this user read it",
  EPERM: "permission denied; let this user read it",
  ENOENT: "it went away while the import ran; import again",
  ENAMETOOLONG: "its path is too long for this system; move it nearer to the top",
  ELOOP: "it became a link while the import ran; import again",
  EMFILE: "too many files are open; close other programs or raise `ulimit -n`",
  EIO: "the disk could not read it; check the disk",
};

/** What the system's refusal to open or read means for the person who imports, with the remedy. */
export function reasonOfFailure(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ""] ?? `it cannot be read: ${message}`;
}
