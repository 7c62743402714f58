// The three programs that are compared, each a process of its own.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleRelay } from './bundle'
import { startMeasured, type MeasuredProcess } from './measuredProcess'

/** A room of some server, and the way in for each of several people. */
export interface RoomAddress {
  /** WebSocket addresses, one for each person. */
  urls: string[]
}

export interface Server extends MeasuredProcess {
  name: string
  /** A room that nobody has used. */
  newRoom(people: number): Promise<RoomAddress>
}

export interface OurRelay extends Server {
  readonly dataDir: string
  /** A session, and a token for each person; rooms are named by the caller. */
  newSession(people: number): Promise<{ sessionId: string; tokens: string[] }>
  readonly url: string
  /** What it tells Prometheus. */
  metrics(): Promise<string>
  /** With acknowledgements, as our client asks for them. */
  addressOf(sessionId: string, room: string, token: string): string
}

/**
 * Our relay as its command runs it: tokens, LevelDB, synced writes. Without `dataDir` in a folder of its own.
 * @param given.options further options of the command.
 */
export async function startOurs(
  given: { dataDir?: string; options?: readonly string[] } = {},
): Promise<OurRelay> {
  const dataDir = given.dataDir ?? (await mkdtemp(join(tmpdir(), 'samverkstad-bench-')))
  const command = await (bundle ??= bundleRelay())
  const { process, said } = await startMeasured(
    [command, '--data', dataDir, '--port', '0', ...(given.options ?? [])],
    /Relay at (https?:\S+),/,
    // As `npm run relay`, the unit and the image run it.
    { MALLOC_MMAP_THRESHOLD_: '131072' },
  )
  const url = said[1]!
  const key = (await readFile(join(dataDir, 'key'), 'utf8')).trim()
  const post = async (path: string, bearer: string, body: unknown) => {
    const reply = await fetch(url + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(bearer && { Authorization: `Bearer ${bearer}` }) },
      body: JSON.stringify(body),
    })
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`)
    return (await reply.json()) as Record<string, string>
  }
  const newSession = async (people: number) => {
    const { sessionId, token } = (await post('/api/sessions', key, {})) as {
      sessionId: string
      token: string
    }
    const { secret } = await post(`/api/sessions/${sessionId}/invites`, token, { role: 'participant' })
    const tokens = [token]
    while (tokens.length < people)
      tokens.push((await post('/api/join', '', { secret, name: `Person ${tokens.length}` })).token!)
    return { sessionId, tokens }
  }
  const addressOf = (sessionId: string, room: string, token: string) =>
    `${url.replace('http', 'ws')}/sync/${sessionId}/${room}?acks=1&token=${token}`
  return {
    ...process,
    name: 'ours',
    url,
    dataDir,
    newSession,
    addressOf,
    async metrics() {
      return (await fetch(`${url}/metrics`, { headers: { Authorization: `Bearer ${key}` } })).text()
    },
    async newRoom(people) {
      const { sessionId, tokens } = await newSession(people)
      return { urls: tokens.map((token) => addressOf(sessionId, 'page-bench', token)) }
    },
    async stop() {
      await process.stop()
      if (!given.dataDir) await rm(dataDir, { recursive: true, force: true })
    },
  }
}
let bundle: Promise<string> | undefined

/** `@y/websocket-server` as it comes, in memory only. */
export async function startYWebsocketServer(): Promise<Server> {
  const port = await freePort()
  const script = fileURLToPath(
    new URL('../../../node_modules/@y/websocket-server/src/server.js', import.meta.url),
  )
  const { process } = await startMeasured([script], /running at/, { HOST: '127.0.0.1', PORT: String(port) })
  return { ...process, name: 'y-websocket-server', newRoom: newPath(port, 'room') }
}

/** A bare `ws` fan-out; `payload` is a file that everybody gets who joins. */
export async function startBare(form: 'plain' | 'batch' | 'payload', payload?: string): Promise<Server> {
  const script = fileURLToPath(new URL('./bareFanOut.mjs', import.meta.url))
  const { process, said } = await startMeasured([script], /listens on (\d+)/, {
    ...(payload && { BENCH_PAYLOAD: payload }),
  })
  return { ...process, name: `bare ${form}`, newRoom: newPath(Number(said[1]), form) }
}

let rooms = 0
const newPath = (port: number, folder: string) => async (people: number) => {
  const url = `ws://127.0.0.1:${port}/${folder}/${++rooms}`
  return { urls: Array.from({ length: people }, () => url) }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
