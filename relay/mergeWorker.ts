// The worker thread that merges rooms, so that a large one stalls nobody.
import { parentPort } from 'node:worker_threads'
import { mergeTasks, type MergeTask } from './merging'

export interface MergeOrder {
  id: number
  task: MergeTask
  input: unknown[]
}
export type MergeAnswer = { id: number; output: unknown } | { id: number; problem: string }

parentPort?.on('message', ({ id, task, input }: MergeOrder) => {
  let answer: MergeAnswer
  try {
    const work = mergeTasks[task] as (...input: unknown[]) => unknown
    answer = { id, output: work(...input) }
  } catch (error) {
    answer = { id, problem: error instanceof Error ? error.message : String(error) }
  }
  parentPort?.postMessage(answer)
})
