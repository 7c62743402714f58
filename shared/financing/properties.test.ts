// What holds for every plan that can be computed, whatever is in it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyPlan } from '../../tests/fixtures/domain/anyPlan'
import { figuresOf, type PlanInput } from '../../tests/fixtures/domain/smallPlan'
import type { LoanPlan } from './loan'
import type { FinancingPlan, ScenarioPlan } from './result'

const sum = (amounts: readonly number[]) => amounts.reduce((all, amount) => all + amount, 0)

function forEveryScenario(check: (scenario: ScenarioPlan, input: PlanInput) => void): void {
  fc.assert(
    fc.property(anyPlan(), (input) => {
      for (const scenario of Object.values(figuresOf(input).scenarios)) check(scenario, input)
    }),
    { numRuns: 100 },
  )
}

describe('every plan', () => {
  it('holds nothing but exact whole numbers', () => {
    fc.assert(
      fc.property(anyPlan(), (input) => {
        const plan = figuresOf(input)
        for (const value of numbersIn(plan))
          if (!Number.isSafeInteger(value) || Object.is(value, -0)) return false
        return JSON.stringify(plan) === JSON.stringify(figuresOf(structuredClone(input)))
      }),
      { numRuns: 300 },
    )
  })

  it('has totals that are the sums of their lines', () => {
    forEveryScenario((scenario) => {
      const { receipts, payments, sourcesAndUses } = scenario
      scenario.netCashFlow.forEach((flow, at) => {
        const inAll = sum(Object.values(receipts).map((line) => line[at]!))
        const outAll = sum(Object.values(payments).map((line) => line[at]!))
        expect(scenario.operatingReceipts[at]! + scenario.financingReceipts[at]!).toBe(inAll)
        expect(scenario.operatingPayments[at]! + scenario.investment[at]! + scenario.debtService[at]!).toBe(
          outAll,
        )
        expect(flow).toBe(inAll - outAll)
      })
      for (const [id, line] of Object.entries(receipts))
        expect(sourcesAndUses.sourcesBySource[id]).toBe(sum(line))
      for (const [id, line] of Object.entries(payments)) expect(sourcesAndUses.usesByLine[id]).toBe(sum(line))
      expect(sourcesAndUses.totalUses).toBe(sum(Object.values(sourcesAndUses.usesByLine)))
    })
  })

  it('ends with its opening cash and all flows, which is sources minus uses', () => {
    forEveryScenario((scenario, input) => {
      const last = scenario.closingCash.at(-1)!
      expect(last).toBe(input.openingCash + sum(scenario.netCashFlow))
      expect(last).toBe(scenario.sourcesAndUses.totalSources - scenario.sourcesAndUses.totalUses)
      expect(scenario.sourcesAndUses.difference).toBe(last)
    })
  })

  it('has a low point that no period goes below', () => {
    forEveryScenario((scenario) => {
      expect(scenario.liquidityLowPoint.amount).toBe(Math.min(...scenario.closingCash))
      expect(scenario.bridgingNeed).toBe(Math.max(0, -scenario.liquidityLowPoint.amount))
      expect(scenario.bridgingNeed > 0).toBe(scenario.periodsBelowZero.length > 0)
    })
  })

  it('pays no loan back twice, and loses none of it', () => {
    fc.assert(
      fc.property(anyPlan(), (input) => {
        const plan = figuresOf(input)
        for (const { schedule, totalAmortisation, closingBalance } of loansOf(plan)) {
          const drawn = sum(schedule.map((row) => row.drawn))
          expect(totalAmortisation + closingBalance).toBe(drawn)
          for (const row of schedule) expect(row.closing).toBe(row.opening + row.drawn - row.amortisation)
          expect(
            Math.min(...schedule.flatMap((row) => [row.closing, row.amortisation, row.interest])),
          ).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  it('pays a claim’s aid once: within the plan or after it', () => {
    fc.assert(
      fc.property(anyPlan(), (input) => {
        const { esfClaim } = figuresOf(input)
        if (!esfClaim) return
        expect(sum(esfClaim.aidReceivedCash) + esfClaim.aidNotReceivedWithinHorizon).toBe(esfClaim.totals.aid)
        expect(esfClaim.totals.eligible).toBe(esfClaim.totals.directStaff + esfClaim.totals.flatRateOther)
      }),
    )
  })
})

describe('scenarios', () => {
  it('are ordered where nothing but more money and lower costs sets them apart', () => {
    fc.assert(
      fc.property(anyPlan({ ordered: true }), (input) => {
        const { cautious, base, hopeful } = figuresOf(input).scenarios
        cautious.closingCash.forEach((cash, at) => {
          expect(cash).toBeLessThanOrEqual(base.closingCash[at]!)
          expect(base.closingCash[at]!).toBeLessThanOrEqual(hopeful.closingCash[at]!)
        })
        expect(cautious.bridgingNeed).toBeGreaterThanOrEqual(base.bridgingNeed)
      }),
      { numRuns: 300 },
    )
  })
})

function loansOf({ loan, loans }: FinancingPlan): LoanPlan[] {
  return loans ? Object.values(loans) : loan ? [loan] : []
}

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}
