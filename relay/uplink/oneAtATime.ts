/** Calls `work` again and again, never twice at once: who calls while it runs waits for one more run after it. */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  return () => {
    if (!running) {
      running = work().finally(() => (running = undefined))
      return running
    }
    next ??= running
      .catch(() => {})
      .then(() => {
        next = undefined
        running = work().finally(() => (running = undefined))
        return running
      })
    return next
  }
}
