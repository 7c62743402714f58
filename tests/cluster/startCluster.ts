// Several relays as processes of their own on one Redis and one Postgres, and one address in front of them.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createdSession } from '../../shared/relay/api'
import { startChildRelay, type ChildRelay } from '../relay/childRelay'
import { startPostgres, startRedis, type Server } from './servers'

export interface Cluster {
  redis: Server
  postgres: Server
  key: string
  relays: ChildRelay[]
  /** One more relay. */
  addRelay(): Promise<ChildRelay>
  /** As a load balancer does: passes every connection on to the next relay that answers. */
  front: Front
  /** A new session with its facilitator, made through the `at`-th relay. */
  createSession(at?: number): Promise<{ sessionId: string; token: string }>
  stop(): Promise<void>
}

export async function startCluster(relayCount: number): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), 'samverkstad-cluster-'))
  const key = randomBytes(32).toString('base64url')
  await writeFile(join(folder, 'key'), key, { mode: 0o600 })
  const [redis, postgres] = await Promise.all([startRedis(), startPostgres()])
  const relays: ChildRelay[] = []
  const addRelay = async () => {
    const relay = await startChildRelay(folder, {
      options: ['--redis', redis.url, '--postgres', postgres.url],
    })
    relays.push(relay)
    return relay
  }
  const front = await openFront(() => relays.map(({ url }) => Number(new URL(url).port)))
  const cluster: Cluster = {
    redis,
    postgres,
    key,
    relays,
    addRelay,
    front,
    async createSession(at = 0) {
      const answer = await fetch(`${relays[at]!.url}/api/sessions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: '{"name":"Karin"}',
      })
      return createdSession.parse(await answer.json())
    },
    async stop() {
      front.close()
      await Promise.all(relays.map((relay) => relay.stop()))
      await Promise.all([redis.stop(), postgres.stop()])
      await rm(folder, { recursive: true, force: true })
    },
  }
  await Promise.all(Array.from({ length: relayCount }, addRelay)).catch(async (error: unknown) => {
    await cluster.stop()
    throw error
  })
  return cluster
}

export interface Front {
  url: string
  close(): void
}

async function openFront(ports: () => number[]): Promise<Front> {
  const open = new Set<Socket>()
  let turn = 0
  const server = createServer((client) => {
    const passOn = (left: number[]) => {
      const [port, ...others] = left
      if (port === undefined) return client.destroy()
      const relay = connect(port, '127.0.0.1')
      open.add(relay)
      let isOpen = false
      relay.once('connect', () => {
        isOpen = true
        client.pipe(relay).pipe(client)
      })
      relay.once('error', () => (isOpen ? client.destroy() : passOn(others)))
      relay.once('close', () => {
        open.delete(relay)
        if (isOpen) client.destroy()
      })
      client.once('close', () => relay.destroy())
    }
    open.add(client)
    client.on('error', () => {})
    client.once('close', () => open.delete(client))
    const all = ports()
    const first = turn++ % Math.max(1, all.length)
    passOn([...all.slice(first), ...all.slice(0, first)])
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}
