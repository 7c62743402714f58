// How often something may happen.

/** Holds `burst` and fills by `perSecond`. A class, as every connection has one: its functions are there once. */
export class Bucket {
  readonly #perSecond: number
  readonly #burst: number
  #left: number
  #filledAt = performance.now()

  constructor(perSecond: number, burst: number) {
    this.#perSecond = perSecond
    this.#burst = this.#left = burst
  }

  /** False when less than `amount` is left; then nothing is taken. */
  take(amount = 1): boolean {
    this.#fill()
    if (this.#left < amount) return false
    this.#left -= amount
    return true
  }

  /** Takes `amount` in any case; gives the ms until what was taken too much has come again. */
  borrow(amount: number): number {
    this.#fill()
    this.#left -= amount
    return this.#left >= 0 ? 0 : (-this.#left / this.#perSecond) * 1000
  }

  #fill(): void {
    const now = performance.now()
    this.#left = Math.min(this.#burst, this.#left + ((now - this.#filledAt) / 1000) * this.#perSecond)
    this.#filledAt = now
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
      const times = [...recent(key), Date.now()].slice(-perMinute)
      failures.delete(key)
      failures.set(key, times)
      for (const oldest of failures.keys()) {
        if (failures.size <= mostKeys) break
        failures.delete(oldest)
      }
    },
  }
}
