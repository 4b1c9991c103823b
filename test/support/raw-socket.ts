import { connect, type Socket } from "node:net";

export interface Exchange {
  /** All that the server sent, a character a byte. */
  text: string;
  /** How many answers that is. */
  answers: number;
  /** The status of the first answer; `null` where the connection was closed without one. */
  status: number | null;
}

/** Sends the bytes as they are, and reads until the server closes. Rejects where it does not, within 20 seconds. */
export function exchange(
  port: number,
  sent: string | Uint8Array,
  localAddress = "127.0.0.1",
): Promise<Exchange> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: "127.0.0.1", port, localAddress });
    const text = collected(socket);
    socket.setTimeout(20_000, () => {
      socket.destroy();
      reject(new Error(`the connection stays open after ${JSON.stringify(text())}`));
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(exchanged(text())));
    socket.write(typeof sent === "string" ? Buffer.from(sent, "latin1") : sent);
  });
}

/** What the socket has received so far. */
export function collected(socket: Socket): () => string {
  let text = "";
  socket.on("data", (chunk: Buffer) => {
    text += chunk.toString("latin1");
  });
  return () => text;
}

function exchanged(text: string): Exchange {
  const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status]) => Number(status));
  // 100 only invites the rest of a request.
  const answers = statuses.filter((status) => status !== 100);
  return { text, answers: answers.length, status: answers[0] ?? null };
}
