/**
 * Which log a checkpoint speaks of (c2sp.org/tlog-checkpoint, origin): the name of the key where there is one, else the log's address
 * without its scheme. The sample's log is another, which nobody signs.
 */
export function logOrigin(siteUrl: string, keyName: string | null, sample: boolean): string {
  const address = `${siteUrl.replace(/^https?:\/\//, "")}/log`;
  return sample ? `${address}/sample` : (keyName ?? address);
}
