// Random workshops over all kinds of page: whatever happens to connections, pages, rights and the relays themselves, in
// the end everybody has the same. `npm run convergence` does the same with a thousand seeds.
import { expect, test } from 'vitest'
import { runSeeds } from './runSeeds'

const wanted = Number(process.env.SAMVERKSTAD_SEEDS ?? 80)
const from = Number(process.env.SAMVERKSTAD_FROM_SEED ?? 1)

// Of every ten seeds six run on one relay, two on two and two on three.
const shares = [
  { relays: 1, count: wanted - 2 * Math.floor(wanted / 5) },
  { relays: 2, count: Math.floor(wanted / 5) },
  { relays: 3, count: Math.floor(wanted / 5) },
]
const begun = (at: number) => from + shares.slice(0, at).reduce((sum, { count }) => sum + count, 0)
const runs = shares.map((share, at) => ({ ...share, first: begun(at) }))

test.each(runs)(
  '$count random workshops on relays that are killed under them: $relays',
  { timeout: 3_600_000 },
  async ({ relays, count, first }) => {
    process.setMaxListeners(0)
    const seeds = Array.from({ length: count }, (_, at) => first + at)
    const { failures, ...counts } = await runSeeds(seeds, 12, relays)
    console.log(`seeds ${first} to ${first + count - 1}, relays: ${relays}, ${JSON.stringify(counts)}`)
    expect(failures).toEqual([])
    // Otherwise nothing was put to the test.
    expect(counts.kills).toBeGreaterThan(0)
    expect(counts.acknowledged).toBeGreaterThan(counts.edits / 2)
    expect(counts.refused).toBeGreaterThan(count / 8)
  },
)
