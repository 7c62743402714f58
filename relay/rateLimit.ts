// How often something may happen.

/** Holds `burst` and fills by `perSecond`. */
export interface Bucket {
  /** False when less than `amount` is left; then nothing is taken. */
  take(amount?: number): boolean
  /** Takes `amount` in any case; gives the ms until what was taken too much has come again. */
  borrow(amount: number): number
}

export function openBucket(perSecond: number, burst: number): Bucket {
  let left = burst
  let filledAt = performance.now()
  const fill = () => {
    const now = performance.now()
    left = Math.min(burst, left + ((now - filledAt) / 1000) * perSecond)
    filledAt = now
  }
  return {
    take(amount = 1) {
      fill()
      if (left < amount) return false
      left -= amount
      return true
    },
    borrow(amount) {
      fill()
      left -= amount
      return left >= 0 ? 0 : (-left / perSecond) * 1000
    },
  }
}

export interface TriesByKey {
  /** True while `key` has tries left in this minute. */
  mayTry(key: string): boolean
  failed(key: string): void
}

/** Counts failures (or whatever else is to stay rare) by key (an address) over a sliding minute. Remembers at most `mostKeys`, so that it cannot grow. */
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
