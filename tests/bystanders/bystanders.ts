// Honest people beside an attack, in a process of their own, so that what they wait for is the relay.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Answered, Asked, PairEnd, PairOrder, PairReport } from './bystandersProcess'

export interface Bystanders {
  readonly pid: number
  /** What each pair waited for since the last report. */
  report(): Promise<PairReport[]>
  /** They stop writing, and wait until both have the same and all of it is acknowledged, at most 20 seconds. */
  finish(): Promise<PairEnd[]>
  stop(): Promise<void>
}

/** Starts the pairs; resolves when all have what their room has. */
export async function startBystanders(pairs: PairOrder[]): Promise<Bystanders> {
  const script = fileURLToPath(new URL('./bystandersProcess.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const ask = (asked: Asked) =>
    new Promise<Answered>((resolve, reject) => {
      const lost = () => reject(new Error('the bystanders left'))
      child.once('exit', lost)
      child.once('message', (answered: Answered) => {
        child.off('exit', lost)
        if ('failed' in answered) reject(new Error(answered.failed))
        else resolve(answered)
      })
      child.send(asked)
    })
  await ask({ start: pairs })
  return {
    pid: child.pid!,
    report: async () => ((await ask({ report: true })) as { reports: PairReport[] }).reports,
    finish: async () => ((await ask({ finish: true })) as { ends: PairEnd[] }).ends,
    async stop() {
      child.kill()
      await gone
    },
  }
}
