// How often something may happen.

/** A bucket that holds `burst` and fills by `perSecond`; `take` is false when it is empty. */
export function openBucket(perSecond: number, burst: number): { take(): boolean } {
  let left = burst
  let filledAt = performance.now()
  return {
    take() {
      const now = performance.now()
      left = Math.min(burst, left + ((now - filledAt) / 1000) * perSecond)
      filledAt = now
      if (left < 1) return false
      left--
      return true
    },
  }
}

export interface TriesByKey {
  /** True while `key` has tries left in this minute. */
  mayTry(key: string): boolean
  failed(key: string): void
}

/** Counts failures by key (an address) over a sliding minute. Remembers at most `mostKeys`, so that it cannot grow. */
export function countTries(perMinute: number, mostKeys = 10_000): TriesByKey {
  const failures = new Map<string, number[]>()
  const recent = (key: string) => (failures.get(key) ?? []).filter((at) => at > Date.now() - 60_000)
  return {
    mayTry: (key) => recent(key).length < perMinute,
    failed(key) {
      const times = [...recent(key), Date.now()]
      failures.delete(key)
      failures.set(key, times)
      for (const oldest of failures.keys()) {
        if (failures.size <= mostKeys) break
        failures.delete(oldest)
      }
    },
  }
}
