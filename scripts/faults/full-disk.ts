import { spawnSync } from "node:child_process";
import { rmSync, statfsSync, writeFileSync } from "node:fs";
import path from "node:path";

/** A small file system of its own, which can be filled up. */
export interface SmallDisk {
  folder: string;
  /** Leaves about so many bytes free; `null` empties it of what filled it. */
  leave(bytes: number | null): void;
  unmount(): void;
}

const SIZE = "16m";

/** Mounts a tmpfs on the folder; a message where this process may not. */
export function mountSmallDisk(folder: string): SmallDisk | string {
  const run = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${SIZE}`, "tmpfs", folder], {
    encoding: "utf8",
  });
  if (run.status !== 0) return (run.error?.message ?? run.stderr).trim();
  const filler = path.join(folder, "filler");
  return {
    folder,
    leave: (bytes) => {
      rmSync(filler, { force: true });
      if (bytes === null) return;
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - bytes)));
    },
    unmount: () => {
      spawnSync("umount", [folder]);
    },
  };
}
