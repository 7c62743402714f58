// Delays counted in steps of 0.02 ms up to ten seconds: adding one costs nothing.
const stepMs = 0.02
const steps = 500_000

export interface Delays {
  add(ms: number): void
  count(): number
  /** In ms; the place of `share` (0…1) among all. */
  at(share: number): number
}

export function countDelays(): Delays {
  const counts = new Uint32Array(steps)
  let total = 0
  return {
    add(ms) {
      counts[Math.min(steps - 1, Math.max(0, Math.floor(ms / stepMs)))]!++
      total++
    },
    count: () => total,
    at(share) {
      let left = share * total
      for (let step = 0; step < steps; step++) {
        left -= counts[step]!
        if (left <= 0) return (step + 0.5) * stepMs
      }
      return steps * stepMs
    },
  }
}
