// How long a large plan takes to recompute after one cell has changed, beside a bare sum over the same cells.
import { isInvalidInput } from '../../shared/checks/invalidInput'
import { computeFinancingPlan } from '../../shared/financing/computePlan'
import type { FinancingInput } from '../../shared/financing/input'
import type { ScenarioPlan } from '../../shared/financing/result'
import { largePlan } from './largePlan'

const periods = 24
const rows = 60
const rounds = 200
const frame = 16

const plan = largePlan(periods, rows)
const cells = cellsOf(recompute(plan))

const full = medianTime((round) => {
  plan.fixedCosts[round % plan.fixedCosts.length]!.amounts![round % periods]! += 100
  return recompute(plan).closingCash[0]!
})
const bare = medianTime((round) => {
  cells[round % cells.length]![round % periods]! += 100
  let total = 0
  for (const row of cells) for (const amount of row) total += amount
  return total
})

console.log(`${periods} periods × ${rows} rows, three scenarios and findings: ${full.toFixed(2)} ms`)
console.log(`a bare sum over the same ${cells.length} × ${periods} cells: ${bare.toFixed(4)} ms`)
console.log(`ratio: ${Math.round(full / bare)} (medians of ${rounds})`)
if (full < frame) console.log(`under one frame (${frame} ms): holds`)
else {
  console.error(`Slower than one frame (${frame} ms).`)
  process.exitCode = 1
}

function recompute(input: FinancingInput): ScenarioPlan {
  const result = computeFinancingPlan(input)
  if (isInvalidInput(result)) throw new Error(result.sentence)
  return result.scenarios.base
}

function cellsOf(scenario: ScenarioPlan): number[][] {
  return [...Object.values(scenario.receipts), ...Object.values(scenario.payments)].map((row) => [...row])
}

/** The median in milliseconds, after as many rounds of warming up. */
function medianTime(run: (round: number) => number): number {
  const times: number[] = []
  let last = 0
  for (let round = -rounds; round < rounds; round++) {
    const start = performance.now()
    last = run(Math.abs(round))
    if (round >= 0) times.push(performance.now() - start)
  }
  if (!Number.isSafeInteger(last)) throw new Error('The sums left the safe range.')
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!
}
