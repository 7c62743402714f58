// Redis and Postgres as processes of their own in temporary folders, to be killed and started again.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import pg from 'pg'
import { until } from '../relay/harness'

export interface Server {
  url: string
  /** Undefined while it does not run. */
  pid(): number | undefined
  start(): Promise<void>
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>
  /** In order and at once. */
  stop(): Promise<void>
}

/** Long, for a machine that does much else. */
const patience = 60_000

export async function startRedis(): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'samverkstad-redis-'))
  const port = await freePort()
  const program = 'redis-server'
  const settings = {
    port,
    bind: '127.0.0.1',
    dir: folder,
    appendonly: 'yes',
    appendfsync: 'always',
    save: '',
  }
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)])
  const url = `redis://127.0.0.1:${port}`
  return serve(
    url,
    () => spawn(program, args, { stdio: 'ignore' }),
    folder,
    async () => {
      const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null })
      redis.on('error', () => {})
      try {
        await redis.connect()
        return true
      } catch {
        return false
      } finally {
        redis.disconnect()
      }
    },
  )
}

export async function startPostgres(): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'samverkstad-postgres-'))
  const port = await freePort()
  const as = postgresUser()
  if (as) chownSync(folder, as.uid, as.gid)
  const program = (name: string) => join(postgresFolder(), name)
  const database = join(folder, 'database')
  const args = ['-D', database, '-U', 'samverkstad', '-A', 'trust', '-E', 'UTF8', '--no-sync']
  const made = spawnSync(program('initdb'), args, { cwd: folder, ...as, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`initdb: ${made.error?.message ?? made.stderr}`)
  const url = `postgres://samverkstad@127.0.0.1:${port}/postgres`
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    shared_buffers: '16MB',
    max_connections: 60,
  }
  const run = [
    '-D',
    database,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  return serve(
    url,
    () => spawn(program('postgres'), run, { cwd: folder, ...as, stdio: 'ignore' }),
    folder,
    async () => {
      const client = new pg.Client(url)
      client.on('error', () => {})
      try {
        await client.connect()
        await client.query('select 1')
        return true
      } catch {
        return false
      } finally {
        await client.end().catch(() => {})
      }
    },
  )
}

async function serve(
  url: string,
  run: () => ChildProcess,
  folder: string,
  answers: () => Promise<boolean>,
): Promise<Server> {
  let child: ChildProcess | undefined
  const end = async (signal: NodeJS.Signals) => {
    const ending = child
    child = undefined
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
    const gone = new Promise((resolve) => ending.once('exit', resolve))
    ending.kill(signal)
    await gone
  }
  const server: Server = {
    url,
    pid: () => child?.pid,
    async start() {
      child = run()
      let failure: string | undefined
      child.once('error', ({ message }) => (failure = message))
      child.once('exit', (code) => (failure ??= `it left with ${code}`))
      await until(
        async () => {
          if (failure) throw new Error(`${url} did not start: ${failure}`)
          return answers()
        },
        `${url} answers`,
        patience,
      )
    },
    kill: () => end('SIGKILL'),
    async stop() {
      // SIGINT is Postgres's fast way out.
      await end('SIGINT')
      await rm(folder, { recursive: true, force: true })
    },
  }
  await server.start()
  return server
}

/** Postgres does not run as root. */
function postgresUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (kind: string) => Number(spawnSync('id', [kind, 'postgres'], { encoding: 'utf8' }).stdout)
  return { uid: id('-u'), gid: id('-g') }
}

/** Where Debian and others put what `initdb` and `postgres` are. */
function postgresFolder(): string {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian)
    ? readdirSync(debian)
        .map(Number)
        .sort((a, b) => b - a)
    : []
  const folder = versions
    .map((version) => `${debian}/${version}/bin`)
    .find((each) => existsSync(`${each}/initdb`))
  return folder ?? ''
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** True when somebody listens there. */
export function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
