// Group commit: while one synced write is under way, everything that arrives waits for the next one together.
import type { LogEntry, Storage } from './storage'

export interface Committer {
  /**
   * Writes `entries` in the order of calls. `settled` is called once: without an error when they and all before them
   * are on disk. Without entries it only waits for those before.
   */
  commit(entries: readonly LogEntry[], settled: (error?: Error) => void): void
  /** Resolves when all that was given so far is settled. */
  idle(): Promise<void>
}

export interface CommitWatch {
  /** `ms` is the time of the write, `waited` how long the first of its entries waited for it to be done. */
  committed(entries: number, ms: number, waited: number): void
  failed(error: Error): void
}

export function groupCommits(storage: Storage, watch: CommitWatch): Committer {
  let waiting: { entries: readonly LogEntry[]; settled: (error?: Error) => void }[] = []
  let running: Promise<void> | undefined
  let waitingSince = 0

  const run = async () => {
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      const since = waitingSince
      const entries = group.flatMap((each) => each.entries)
      const begun = performance.now()
      let error: Error | undefined
      try {
        if (entries.length > 0) await storage.append(entries)
      } catch (reason) {
        error = reason instanceof Error ? reason : new Error(String(reason))
      }
      if (error) watch.failed(error)
      else if (entries.length > 0) {
        const now = performance.now()
        watch.committed(entries.length, now - begun, now - since)
      }
      for (const { settled } of group) settled(error)
    }
    running = undefined
  }

  return {
    commit(entries, settled) {
      if (waiting.length === 0) waitingSince = performance.now()
      waiting.push({ entries, settled })
      // A moment later, so that what arrived in the same burst shares the first write, and is on its way to the others.
      running ??= new Promise<void>((begin) => setImmediate(begin)).then(run)
    },
    async idle() {
      while (running) await running
    },
  }
}
