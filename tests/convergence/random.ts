// Chance that a seed repeats (mulberry32).

export interface Random {
  /** A whole number from 0 to `limit` − 1. */
  below(limit: number): number
  chance(of: number): boolean
  pick<T>(from: readonly T[]): T | undefined
}

export function randomOf(seed: number): Random {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { below, chance: (of) => next() < of, pick: (from) => from[below(from.length)] }
}
