// What a relay's process takes, as Linux and the process itself tell it.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { until, pause } from '../../relay/harness'
import type { ChildRelay } from '../../relay/childRelay'

/** For Node, so that {@link memoryOf} is answered. */
export const tellMemory: readonly string[] = [
  '--expose-gc',
  '--import',
  fileURLToPath(new URL('./tellMemory.mjs', import.meta.url)),
]

export interface Memory {
  /** Bytes resident. */
  rss: number
  /** Bytes of live objects and buffers. */
  held: number
}

/** After a collection. */
export async function memoryOf(relay: ChildRelay): Promise<Memory> {
  const answers = () => [...relay.log().matchAll(/^memory (\{.*\})$/gm)]
  const before = answers().length
  process.kill(relay.pid, 'SIGUSR2')
  await until(() => answers().length > before, 'the relay says what it holds', 60_000)
  return JSON.parse(answers().at(-1)![1]!) as Memory
}

/** Resident bytes as they are just now, without asking the process; undefined where that is not told. */
function residentOf(pid: number): number | undefined {
  try {
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]) * 1024
  } catch {
    return undefined
  }
}

/** Looks every 20 ms; gives the highest that it saw. */
export function watchPeak(pid: number): { stop(): number } {
  let peak = 0
  let isOver = false
  void (async () => {
    for (; !isOver; await pause(20)) peak = Math.max(peak, residentOf(pid) ?? 0)
  })()
  return {
    stop() {
      isOver = true
      return peak
    },
  }
}
