// A relay as a process of its own, and its violent end.
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleRelay } from './bundledRelay'
import { ownMounts } from './ownMounts'

export interface ChildRelay {
  readonly pid: number
  /** All that it has written to stderr. */
  log(): string
  /** Resolves when it next writes `text` to stderr. */
  nextLog(text: string): Promise<void>
  url: string
  /** Where this process reaches its data folder. */
  folder: string
  key: string
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>
  /** SIGTERM; gives the exit code. */
  stop(): Promise<number | null>
}

export interface ChildOptions {
  port?: number
  /** Options after the usual ones. */
  options?: readonly string[]
  /** Options of Node itself. */
  node?: readonly string[]
  /** No file may grow beyond this: how a full disk looks to a program. */
  mostKilobytesPerFile?: number
  /** The data folder is a disk of its own of so many megabytes, which only this process sees. */
  diskMegabytes?: number
}

export async function startChildRelay(dataDir: string, options: ChildOptions = {}): Promise<ChildRelay> {
  const limit =
    options.mostKilobytesPerFile === undefined ? '' : `ulimit -f ${options.mostKilobytesPerFile}; `
  const mount = `mount -t tmpfs -o size=${options.diskMegabytes}m tmpfs '${dataDir}' && exec "$@"`
  const disk =
    options.diskMegabytes === undefined ? '' : `unshare ${ownMounts.join(' ')} bash -c "$MOUNT" mount `
  const args = [
    ...(options.node ?? []),
    await bundleRelay(),
    '--data',
    dataDir,
    '--port',
    String(options.port ?? 0),
    ...(options.options ?? []),
  ]
  const child = spawn('bash', ['-c', `${limit}exec ${disk}"$@"`, 'relay', process.execPath, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, MOUNT: mount },
  })
  let complaint = ''
  child.stderr.on('data', (text: Buffer) => (complaint += text))
  const gone = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (text: Buffer) => {
      said += text
      const found = /Relay at (https?:\S+),/.exec(said)
      if (found) resolve(found[1]!)
    })
    void gone.then((code) => reject(new Error(`the relay left with ${code}: ${complaint}`)))
  })
  const folder = disk ? `/proc/${child.pid}/root${dataDir}` : dataDir
  return {
    url,
    folder,
    pid: child.pid!,
    log: () => complaint,
    nextLog: (text) =>
      new Promise((resolve) => {
        const look = (said: Buffer) => {
          if (!said.includes(text)) return
          child.stderr.off('data', look)
          resolve()
        }
        child.stderr.on('data', look)
      }),
    key: (await readFile(join(folder, 'key'), 'utf8')).trim(),
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
    async stop() {
      child.kill('SIGTERM')
      return gone
    },
  }
}
