// The desk as a program of its own, as `npm start -- --web` runs it: started, killed and started again by journeys.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { ownMounts } from '../relay/ownMounts'

const program = resolve(process.env.SAMVERKSTAD_OUT ?? 'out', 'main/web.js')

export interface RunningDesk {
  /** Of the facilitator, with the key of this launch. */
  address(): string
  port: number
  dataDir: string
  /** Where the desk reaches its data folder. */
  folder(): string
  /** kill -9: nothing is finished or flushed. */
  kill(): Promise<void>
  /** Starts again on the same port, with a new key. */
  start(): Promise<void>
  /** Stops in good order and removes the data. */
  end(): Promise<void>
}

/** A port that nobody uses just now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

export interface DeskOptions {
  /** The data folder is a disk of its own of so many megabytes, which only the desk sees. */
  diskMegabytes?: number
}

export async function startDeskProgram({ diskMegabytes }: DeskOptions = {}): Promise<RunningDesk> {
  const port = await freePort()
  // The same after a kill, when the guests look for it, and not one that another run on this machine may take.
  const lanPort = await freePort()
  const dataDir = mkdtempSync(join(tmpdir(), 'samverkstad-journey-'))
  let child: ChildProcess
  let address = ''

  const start = async () => {
    const run = [process.execPath, program, '--port', String(port), '--data', dataDir, '--no-open']
    const mount = `mount -t tmpfs -o size=${diskMegabytes}m tmpfs '${dataDir}' && exec "$@"`
    const alone = diskMegabytes === undefined ? [] : ['unshare', ...ownMounts, 'bash', '-c', mount, 'mount']
    const [first, ...others] = [...alone, ...run]
    child = spawn(first!, others, {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, SAMVERKSTAD_LAN_ADDRESS: '127.0.0.1', SAMVERKSTAD_LAN_PORT: String(lanPort) },
    })
    let said = ''
    address = await new Promise<string>((found, failed) => {
      child.stdout!.on('data', (bytes: Buffer) => {
        said += bytes.toString()
        const match = /http:\/\/\S+#key=\S+/.exec(said)
        if (match) found(match[0])
      })
      child.once('exit', (code) => failed(new Error(`the desk ended with ${code}: ${said}`)))
    })
  }
  const stop = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }

  await start()
  return {
    address: () => address,
    port,
    dataDir,
    folder: () => (diskMegabytes === undefined ? dataDir : `/proc/${child.pid}/root${dataDir}`),
    start,
    kill: () => stop('SIGKILL'),
    async end() {
      await stop('SIGTERM')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
