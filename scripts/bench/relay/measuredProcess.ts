// A process that is measured, with all its threads.
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface MeasuredProcess {
  readonly pid: number
  /** CPU seconds since its start. */
  cpuSeconds(): Promise<number>
  /** Bytes after a collection: resident, and held by live objects and buffers. */
  memory(): Promise<{ rss: number; held: number }>
  stop(): Promise<void>
}

const reporter = fileURLToPath(new URL('./reportUsage.mjs', import.meta.url))

/** Starts Node with `args` and waits until its output matches `ready`; gives what was matched. */
export async function startMeasured(
  args: readonly string[],
  ready: RegExp,
  env: Record<string, string> = {},
): Promise<{ process: MeasuredProcess; said: RegExpExecArray }> {
  const { BENCH_PROFILES } = process.env
  const profiling = BENCH_PROFILES ? ['--cpu-prof', '--cpu-prof-dir', BENCH_PROFILES] : []
  const child = spawn(process.execPath, ['--expose-gc', ...profiling, '--import', reporter, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...env },
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let complaint = ''
  child.stderr!.on('data', (text: Buffer) => (complaint = (complaint + text).slice(-2000)))
  const said = await new Promise<RegExpExecArray>((resolve, reject) => {
    let text = ''
    child.stdout!.on('data', (more: Buffer) => {
      text = (text + more).slice(-2000)
      const found = ready.exec(text)
      if (found) resolve(found)
    })
    void gone.then(() => reject(new Error(`${args.join(' ')} did not start: ${complaint}`)))
  })
  return {
    said,
    process: {
      pid: child.pid!,
      cpuSeconds: async () => cpuOf(child.pid!) ?? (await ask<{ seconds: number }>(child, 'cpu')).seconds,
      memory: () => ask(child, 'memory'),
      async stop() {
        child.kill('SIGTERM')
        const timer = setTimeout(() => child.kill('SIGKILL'), 3000)
        await gone
        clearTimeout(timer)
      },
    },
  }
}

/** Where Linux tells it, thread by thread, in nanoseconds: a busy process would answer late. */
function cpuOf(pid: number): number | undefined {
  const folder = `/proc/${pid}/task`
  if (!existsSync(`${folder}/${pid}/schedstat`)) return undefined
  const read = (thread: string) =>
    Number(readFileSync(`${folder}/${thread}/schedstat`, 'latin1').split(' ')[0])
  return readdirSync(folder).reduce((sum, thread) => sum + read(thread), 0) / 1e9
}

function ask<Answer>(child: ChildProcess, question: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const answered = (message: unknown) => {
      if ((message as { answers?: string }).answers !== question) return
      child.off('message', answered)
      resolve(message as Answer)
    }
    child.on('message', answered)
    child.send(question, (error) => error && reject(error))
  })
}
