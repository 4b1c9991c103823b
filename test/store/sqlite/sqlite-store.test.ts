import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../../src/store/open-store.ts";
import { storeContract } from "../store-contract.ts";

storeContract("SQLite", async () => {
  const folder = await mkdtemp(join(tmpdir(), "dateline-store-"));
  const path = join(folder, "new", "archive.db");
  const store = await openStore(path, { readOnly: false });
  const reader = await openStore(path, { readOnly: true });
  return {
    store,
    reader,
    close: async () => {
      await reader.close();
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
});
