// A workshop of 300 people who come and go, before anything is measured: what the relay needs for that it has then.
import { WebSocket } from 'ws'
import { emptyStep1, syncMessage } from '../relay/messages'
import { pause } from '../relay/row'

const people = 300

/** @param ca the certificate (PEM), where the relay encrypts. */
export async function useRelay(
  port: number,
  { sessionId, tokens }: { sessionId: string; tokens: readonly string[] },
  ca: string | undefined,
): Promise<void> {
  const scheme = ca ? 'wss' : 'ws'
  // One member has at most 64 connections.
  for (let round = 0; round < people / 60; round++) {
    const sockets = await Promise.all(
      Array.from(
        { length: 60 },
        (_, n) =>
          new Promise<WebSocket>((resolve, reject) => {
            const room = `page-use${n % 3}`
            const socket = new WebSocket(
              `${scheme}://127.0.0.1:${port}/sync/${sessionId}/${room}?acks=1&token=${tokens[round % tokens.length]}`,
              { ca },
            )
            socket.once('open', () => resolve(socket)).once('error', reject)
          }),
      ),
    )
    for (let n = 0; n < 40; n++) {
      for (const socket of sockets) socket.send(n % 10 ? syncMessage(2, new Uint8Array([0, 0])) : emptyStep1)
      await pause(10)
    }
    for (const socket of sockets) socket.terminate()
  }
  await pause(3000)
}
