// Remembers what was read lately, for the time when it cannot be read.

export interface Recent<T> {
  set(key: string, value: T): void
  /** Undefined when it is not remembered, or was read too long ago. */
  get(key: string): T | undefined
  /** There is no such thing. */
  drop(key: string): void
  /** These have changed: also what is being read of them just now is not to be remembered. */
  forget(keys: Iterable<string>): void
  forgetWhere(chosen: (value: T) => boolean): void
  /** Grows whenever something is forgotten. */
  generation(): number
}

/** Remembers the last `most`, none longer than `ms`. */
export function rememberRecent<T>({ most, ms }: { most: number; ms: number }): Recent<T> {
  const known = new Map<string, { value: T; at: number }>()
  let generation = 0
  return {
    set(key, value) {
      known.delete(key)
      known.set(key, { value, at: performance.now() })
      for (const oldest of known.keys()) {
        if (known.size <= most) break
        known.delete(oldest)
      }
    },
    get(key) {
      const found = known.get(key)
      return found && performance.now() - found.at < ms ? found.value : undefined
    },
    drop: (key) => void known.delete(key),
    forget(keys) {
      generation++
      for (const key of keys) known.delete(key)
    },
    forgetWhere(chosen) {
      generation++
      for (const [key, { value }] of known) if (chosen(value)) known.delete(key)
    },
    generation: () => generation,
  }
}
