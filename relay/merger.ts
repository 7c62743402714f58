// Gives merge work to a worker thread, or does it at once where it is so little that the way there costs more.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Logger } from 'pino'
import { mergeTasks, type MergeTask, type MergeTasks } from './merging'
import type { MergeAnswer, MergeOrder } from './mergeWorker'

/** Work on fewer bytes than this is done where it stands: under a millisecond. */
const littleBytes = 8 * 1024
/** A job that takes longer (ms) is given up with its worker. */
const patience = 60_000
/** Without work for so long (ms) the worker ends: what it needed for a large room is given back. */
const idleFor = 3000

export interface Merger {
  /** Throws when the work fails or takes too long. */
  run<T extends MergeTask>(task: T, ...input: Parameters<MergeTasks[T]>): Promise<ReturnType<MergeTasks[T]>>
  close(): Promise<void>
}

interface Job {
  resolve(output: unknown): void
  reject(error: Error): void
  timer: ReturnType<typeof setTimeout>
}

export function startMerger(log: Logger): Merger {
  const jobs = new Map<number, Job>()
  let worker: Worker | undefined
  let nextId = 1
  let closed = false
  let idle: ReturnType<typeof setTimeout> | undefined
  let hasWorked = false
  /** No worker ever answered: slow on this machine is better than not at all. */
  let isBroken = false

  const endWorker = () => {
    const gone = worker
    worker = undefined
    return gone?.terminate()
  }
  const dropWorker = (reason: Error) => {
    void endWorker()
    for (const job of jobs.values()) {
      clearTimeout(job.timer)
      job.reject(reason)
    }
    jobs.clear()
  }
  const ensureWorker = (): Worker => {
    if (worker) return worker
    const started = openWorker()
    started.unref()
    started.on('message', (answer: MergeAnswer) => {
      hasWorked = true
      const job = jobs.get(answer.id)
      if (!job) return
      jobs.delete(answer.id)
      clearTimeout(job.timer)
      if (jobs.size === 0) idle = setTimeout(endWorker, idleFor).unref()
      if ('problem' in answer) job.reject(new Error(`merging failed: ${answer.problem}`))
      else job.resolve(answer.output)
    })
    const lost = (error: Error) => {
      if (worker !== started) return
      log.error({ reason: error.message }, 'merge worker lost')
      isBroken = !hasWorked
      dropWorker(error)
    }
    started.on('error', lost)
    started.on('exit', (code) => lost(new Error(`merge worker left with ${code}`)))
    worker = started
    return started
  }

  return {
    async run<T extends MergeTask>(task: T, ...input: Parameters<MergeTasks[T]>) {
      const doHere = () => {
        const work: (...given: never[]) => unknown = mergeTasks[task]
        return work(...(input as unknown as never[])) as ReturnType<MergeTasks[T]>
      }
      if (bytesOf(input) < littleBytes || isBroken) return doHere()
      if (closed) throw new Error('the merger is closed')
      const done = new Promise((resolve, reject) => {
        const order: MergeOrder = { id: nextId++, task, input }
        const timer = setTimeout(() => dropWorker(new Error(`${task} took too long`)), patience).unref()
        clearTimeout(idle)
        jobs.set(order.id, { resolve, reject, timer })
        ensureWorker().postMessage(order)
      })
      try {
        return (await done) as ReturnType<MergeTasks[T]>
      } catch (error) {
        if (isBroken) return doHere()
        throw error
      }
    },
    async close() {
      closed = true
      clearTimeout(idle)
      const ended = endWorker()
      dropWorker(new Error('the merger is closed'))
      await ended
    },
  }
}

function bytesOf(input: readonly unknown[]): number {
  return input.flat().reduce<number>((sum, each) => sum + (each instanceof Uint8Array ? each.length : 0), 0)
}

/** Beside this file from source; beside or above it in a bundle, whose chunks may lie in a folder of their own. */
function openWorker(): Worker {
  for (const place of ['./mergeWorker.js', '../mergeWorker.js']) {
    const file = new URL(place, import.meta.url)
    if (existsSync(fileURLToPath(file))) return new Worker(file, { execArgv: [] })
  }
  const source = fileURLToPath(new URL('./mergeWorker.ts', import.meta.url))
  const tsx = createRequire(import.meta.url).resolve('tsx/cjs/api')
  // tsx given as an option of a worker does nothing there; it has to be asked from inside.
  const start = `require(${JSON.stringify(tsx)}).register(); require(${JSON.stringify(source)})`
  return new Worker(start, { eval: true, execArgv: [] })
}
