// Lets what touches the same key happen one after another, and everything else at the same time.

/** Runs `work` when all that was given before for any of `keys` has ended, well or badly. */
export type QueueByKey = <T>(keys: readonly string[], work: () => Promise<T>) => Promise<T>

export function queueByKey(): QueueByKey {
  const last = new Map<string, Promise<unknown>>()
  return (keys, work) => {
    const done = Promise.allSettled(keys.flatMap((key) => last.get(key) ?? [])).then(work)
    for (const key of keys) last.set(key, done)
    const forget = () => {
      for (const key of keys) if (last.get(key) === done) last.delete(key)
    }
    done.then(forget, forget)
    return done
  }
}
