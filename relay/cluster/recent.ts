// Remembers what was read lately, for the time when it cannot be read.

export interface Recent<T> {
  /** `since` is when reading it began (performance.now()): what was forgotten after that is not remembered. */
  set(key: string, value: T, group: string, since: number): void
  /** Undefined when it is not remembered, or was read too long ago. */
  get(key: string): T | undefined
  /** There is no such thing any more. */
  drop(key: string): void
  /** They were changed here. */
  forget(keys: Iterable<string>): void
  /** Without a group: everything. */
  forgetGroup(group?: string): void
}

/** Longer (ms) than this nothing takes to be read. */
const longestRead = 60_000

/** Remembers the last `most`, none longer than `ms`. */
export function rememberRecent<T>({ most, ms }: { most: number; ms: number }): Recent<T> {
  const known = new Map<string, { value: T; group: string; at: number }>()
  /** When a key or a group was forgotten, the latest last. */
  const forgotten = new Map<string, number>()
  let allForgottenAt = -Infinity

  const note = (name: string) => {
    const now = performance.now()
    forgotten.delete(name)
    forgotten.set(name, now)
    for (const [oldest, at] of forgotten) {
      if (now - at < longestRead) break
      forgotten.delete(oldest)
    }
  }
  const wasForgotten = (name: string, since: number) => (forgotten.get(name) ?? -Infinity) >= since

  return {
    set(key, value, group, since) {
      if (
        allForgottenAt >= since ||
        wasForgotten(`key ${key}`, since) ||
        wasForgotten(`group ${group}`, since)
      )
        return
      known.delete(key)
      known.set(key, { value, group, at: performance.now() })
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
      for (const key of keys) {
        known.delete(key)
        note(`key ${key}`)
      }
    },
    forgetGroup(group) {
      if (group === undefined) {
        known.clear()
        allForgottenAt = performance.now()
        return
      }
      note(`group ${group}`)
      for (const [key, each] of known) if (each.group === group) known.delete(key)
    },
  }
}
