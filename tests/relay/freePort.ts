import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * A free port below those that the system gives to outgoing connections: on one of theirs a client that knocks while the
 * relay is dead may take the port itself.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000)
    const isFree = await new Promise<boolean>((resolve) => {
      const server = createServer().once('error', () => resolve(false))
      server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
    })
    if (isFree) return port
  }
}
