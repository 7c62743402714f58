// Redis, Postgres and relays of ours on them, each a process of its own whose CPU time is known.
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres, startRedis } from '../../../tests/cluster/servers'
import { bundleRelay, dropBundle } from '../relay/bundle'
import { startMeasured, type MeasuredProcess } from '../relay/measuredProcess'

export interface BenchRelay extends MeasuredProcess {
  url: string
}

export interface BenchCluster {
  relays: BenchRelay[]
  /** CPU seconds of Redis and Postgres since their start; 0 where there is none. */
  serversCpu(): { redis: number; postgres: number }
  /** A session, and a token for each person. */
  newSession(people: number): Promise<{ sessionId: string; tokens: string[] }>
  /** A WebSocket address at the `at`-th relay. */
  addressOf(at: number, sessionId: string, room: string, token: string): string
  stop(): Promise<void>
}

/** `relayCount` relays on one Redis and one Postgres; `alone`: one on its own disk. */
export async function startBenchCluster(relayCount: number | 'alone'): Promise<BenchCluster> {
  const folder = await mkdtemp(join(tmpdir(), 'samverkstad-bench-'))
  const command = await bundleRelay()
  const isAlone = relayCount === 'alone'
  const [redis, postgres] = isAlone ? [] : await Promise.all([startRedis(), startPostgres()])
  const shared = redis && postgres ? ['--redis', redis.url, '--postgres', postgres.url] : []
  const relays: BenchRelay[] = []
  for (let i = 0; i < (isAlone ? 1 : relayCount); i++) {
    const { process, said } = await startMeasured(
      [command, '--data', folder, '--port', '0', ...shared],
      /Relay at (http:\S+),/,
    )
    relays.push({ ...process, url: said[1]! })
  }
  const key = (await readFile(join(folder, 'key'), 'utf8')).trim()
  const post = async (path: string, bearer: string, body: unknown) => {
    const reply = await fetch(relays[0]!.url + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(bearer && { Authorization: `Bearer ${bearer}` }) },
      body: JSON.stringify(body),
    })
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`)
    return (await reply.json()) as Record<string, string>
  }
  return {
    relays,
    serversCpu: () => ({ redis: cpuOfFamily(redis?.pid()), postgres: cpuOfFamily(postgres?.pid()) }),
    async newSession(people) {
      const { sessionId, token } = await post('/api/sessions', key, {})
      const { secret } = await post(`/api/sessions/${sessionId!}/invites`, token!, { role: 'participant' })
      const tokens = [token!]
      while (tokens.length < people)
        tokens.push((await post('/api/join', '', { secret, name: `Person ${tokens.length}` })).token!)
      return { sessionId: sessionId!, tokens }
    },
    addressOf: (at, sessionId, room, token) =>
      `${relays[at % relays.length]!.url.replace('http', 'ws')}/sync/${sessionId}/${room}?acks=1&token=${token}`,
    async stop() {
      await Promise.all(relays.map((relay) => relay.stop()))
      await Promise.all([redis?.stop(), postgres?.stop()])
      await rm(folder, { recursive: true, force: true })
      await dropBundle()
    },
  }
}

/** CPU seconds of a process with its threads and its children, also those that ended, as Linux tells them. */
function cpuOfFamily(pid: number | undefined): number {
  if (pid === undefined) return 0
  const read = (file: string) => {
    try {
      return readFileSync(file, 'latin1')
    } catch {
      return ''
    }
  }
  const threads = readdirSync(`/proc/${pid}/task`)
  const own = threads.reduce(
    (sum, thread) => sum + Number(read(`/proc/${pid}/task/${thread}/schedstat`).split(' ')[0] ?? 0),
    0,
  )
  const children = read(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean)
  // Those that ended: their user and system time, in hundredths of a second, are the 16th and 17th field; the second
  // one is a name in brackets, which may hold anything.
  const fields = read(`/proc/${pid}/stat`).split(') ').at(-1)!.split(' ')
  const ended = (Number(fields[13]) + Number(fields[14])) / 100
  return own / 1e9 + ended + children.reduce((sum, child) => sum + cpuOfFamily(Number(child)), 0)
}
