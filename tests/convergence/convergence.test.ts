// Random workshops over all kinds of page: whatever happens to connections, pages, rights and the relay itself, in the
// end everybody has the same. `npm run convergence` does the same with a thousand seeds.
import { expect, test } from 'vitest'
import { runSeeds } from './runSeeds'

const count = Number(process.env.SAMVERKSTAD_SEEDS ?? 40)
const from = Number(process.env.SAMVERKSTAD_FROM_SEED ?? 1)
const seeds = Array.from({ length: count }, (_, at) => from + at)

test(
  `${count} random workshops on a relay that is killed under them`,
  { timeout: 3_600_000, retry: 0 },
  async () => {
    process.setMaxListeners(0)
    const { failures, ...counts } = await runSeeds(seeds, 15)
    console.log(`${count} seeds: ${JSON.stringify(counts)}`)
    expect(failures).toEqual([])
    // Otherwise nothing was put to the test.
    expect(counts.kills).toBeGreaterThan(1)
    expect(counts.acknowledged).toBeGreaterThan(counts.edits / 2)
    expect(counts.refused).toBeGreaterThan(count / 8)
  },
)
