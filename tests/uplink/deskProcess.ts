// A desk as a process of its own, and its violent end.
import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
// Inside the repository, so that the packages left out of the bundle are found.
const outDir = join(root, 'node_modules/.cache', `desk-${randomUUID()}`)
let bundled: Promise<unknown> | undefined

afterAll(() => rm(outDir, { recursive: true, force: true }))

export interface DeskProcess {
  /** The same after a new start. */
  readonly url: string
  readonly key: string
  start(): Promise<void>
  kill(): Promise<void>
  ask(method: string, path: string, body?: unknown): Promise<{ status: number; json: unknown }>
  end(): Promise<void>
}

export async function startDeskProcess(port: number): Promise<DeskProcess> {
  await (bundled ??= bundle())
  const folder = await mkdtemp(join(tmpdir(), 'samverkstad-desk-'))
  const pages = join(folder, 'pages')
  await mkdir(join(pages, 'guest'), { recursive: true })
  await writeFile(join(pages, 'guest/index.html'), '<!doctype html><title>guest</title>')
  const key = randomBytes(32).toString('base64url')
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined

  const desk: DeskProcess = {
    url,
    key,
    async start() {
      const args = [join(outDir, 'desk.js'), join(folder, 'data'), pages, String(port), key]
      const started = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
      child = started
      const gone = once(started, 'exit').then(() => Promise.reject(new Error('the desk ended')))
      gone.catch(() => {})
      await Promise.race([once(started.stdout, 'data'), gone])
    },
    async kill() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
    async ask(method, path, body) {
      const answer = await fetch(url + path, {
        method,
        headers: {
          authorization: `Bearer ${key}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const text = await answer.text()
      return { status: answer.status, json: text ? JSON.parse(text) : undefined }
    },
    async end() {
      await desk.kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
  await desk.start()
  return desk
}

async function bundle(): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir,
      target: 'node20',
      rollupOptions: {
        input: {
          desk: join(root, 'tests/uplink/deskChild.ts'),
          mergeWorker: join(root, 'relay/mergeWorker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  })
}
