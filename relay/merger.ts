// Gives merge work to worker threads, or does it at once where it is so little that the way there costs more.
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
const patience = 120_000
/** When a job takes longer than this (ms), others get a second worker. */
const secondAfter = 300
/** Without work for so long (ms) a worker ends: what it needed for a large room is given back. */
const idleFor = 3000
/** A worker may hold so much (MB): a document takes many times its bytes. */
const mostMegabytes = 1024

export interface Merger {
  /** Throws when the work fails; {@link WorkerLost} when the worker was lost over it. */
  run<T extends MergeTask>(task: T, ...input: Parameters<MergeTasks[T]>): Promise<ReturnType<MergeTasks[T]>>
  close(): Promise<void>
}

/** The work took too long, or more memory than it may. */
export class WorkerLost extends Error {}

interface Job {
  order: MergeOrder
  resolve(output: unknown): void
  reject(error: Error): void
}
interface Hand {
  worker: Worker
  job: Job | undefined
  begunAt: number
  timer?: ReturnType<typeof setTimeout>
}

export function startMerger(log: Logger, mostMs = patience): Merger {
  const hands = new Set<Hand>()
  const waiting: Job[] = []
  let helpTimer: ReturnType<typeof setTimeout> | undefined
  let nextId = 1
  let closed = false
  let hasWorked = false
  /** No worker ever answered: slow on this machine is better than not at all. */
  let isBroken = false

  const dismiss = (hand: Hand, reason: Error) => {
    if (!hands.delete(hand)) return
    clearTimeout(hand.timer)
    hand.job?.reject(reason)
    void hand.worker.terminate()
    giveOut()
  }
  const hire = (): Hand => {
    const hand: Hand = { worker: openWorker(), job: undefined, begunAt: 0 }
    hands.add(hand)
    hand.worker.unref()
    hand.worker.on('message', (answer: MergeAnswer) => {
      hasWorked = true
      const { job } = hand
      if (answer.id !== job?.order.id) return
      hand.job = undefined
      clearTimeout(hand.timer)
      if ('problem' in answer) job.reject(new Error(`merging failed: ${answer.problem}`))
      else job.resolve(answer.output)
      giveOut()
      if (!hand.job) hand.timer = setTimeout(() => dismiss(hand, new Error('idle')), idleFor).unref()
    })
    const lost = (reason: string) => {
      if (!hands.has(hand)) return
      log.error({ reason }, 'merge worker lost')
      isBroken = !hasWorked
      dismiss(hand, new WorkerLost(reason))
    }
    hand.worker.on('error', (error: Error) => lost(error.message))
    hand.worker.on('exit', (code) => lost(`it left with ${code}`))
    return hand
  }
  const begin = (hand: Hand, job: Job) => {
    clearTimeout(hand.timer)
    hand.job = job
    hand.begunAt = performance.now()
    const giveUp = () => dismiss(hand, new WorkerLost(`${job.order.task} took too long`))
    hand.timer = setTimeout(giveUp, mostMs).unref()
    hand.worker.postMessage(job.order)
  }
  /** A worker for the next job: one that is free, the first, or a second when the first takes long. */
  const findHand = (): Hand | undefined => {
    const [first, second] = hands
    if (!first) return hire()
    if (!first.job) return first
    if (second) return second.job ? undefined : second
    const wait = first.begunAt + secondAfter - performance.now()
    if (wait <= 0) return hire()
    helpTimer ??= setTimeout(() => {
      helpTimer = undefined
      giveOut()
    }, wait).unref()
    return undefined
  }
  /** Gives what waits to whoever has nothing to do. */
  const giveOut = () => {
    if (isBroken) for (const job of waiting.splice(0)) job.reject(new Error('no worker starts'))
    while (waiting.length > 0) {
      const hand = findHand()
      if (!hand) return
      begin(hand, waiting.shift()!)
    }
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
        waiting.push({ order: { id: nextId++, task, input }, resolve, reject })
        giveOut()
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
      const reason = new Error('the merger is closed')
      for (const job of waiting.splice(0)) job.reject(reason)
      const gone = [...hands].map(({ worker }) => worker)
      for (const hand of hands) dismiss(hand, reason)
      await Promise.all(gone.map((worker) => worker.terminate()))
    },
  }
}

function bytesOf(input: readonly unknown[]): number {
  return input.flat().reduce<number>((sum, each) => sum + (each instanceof Uint8Array ? each.length : 0), 0)
}

/** Beside this file from source; beside or above it in a bundle, whose chunks may lie in a folder of their own. */
function openWorker(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: mostMegabytes }
  for (const place of ['./mergeWorker.js', '../mergeWorker.js']) {
    const file = new URL(place, import.meta.url)
    if (existsSync(fileURLToPath(file))) return new Worker(file, { execArgv: [], resourceLimits })
  }
  const source = fileURLToPath(new URL('./mergeWorker.ts', import.meta.url))
  const tsx = createRequire(import.meta.url).resolve('tsx/cjs/api')
  // tsx given as an option of a worker does nothing there; it has to be asked from inside.
  const start = `require(${JSON.stringify(tsx)}).register(); require(${JSON.stringify(source)})`
  return new Worker(start, { eval: true, execArgv: [], resourceLimits })
}
