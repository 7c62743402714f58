// A second computation of the cash, written from the formulas alone: whole numbers of any size, one loop per
// period, nothing shared with the first. The two must agree on every random plan.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyPlan } from '../../tests/fixtures/domain/anyPlan'
import { figuresOf, type PlanInput } from '../../tests/fixtures/domain/smallPlan'

type Source = NonNullable<PlanInput['sources']>[number]

function round(numerator: bigint, denominator: bigint): bigint {
  const size = numerator < 0n ? -numerator : numerator
  const whole = size / denominator + ((size % denominator) * 2n >= denominator ? 1n : 0n)
  return numerator < 0n ? -whole : whole
}

const part = (amount: bigint, basisPoints: number) => round(amount * BigInt(basisPoints), 10_000n)

function even(total: number, periods: number, at: number): bigint {
  const size = BigInt(Math.abs(total))
  const share = size / BigInt(periods) + (BigInt(at) < size % BigInt(periods) ? 1n : 0n)
  return total < 0 ? -share : share
}

function closingCash(plan: PlanInput, name: 'cautious' | 'base' | 'hopeful'): number[] {
  const count = plan.periods.length
  const scenario = plan.scenarios[name]
  const place = (label: string) => plan.periods.indexOf(label)
  const within = (span: { from: string; to: string }, at: number) =>
    place(span.from) <= at && at <= place(span.to)
  const given = (
    row: { amounts?: number[] | undefined; totalSplitEvenly?: number | undefined },
    at: number,
  ) => (row.amounts ? BigInt(row.amounts[at]!) : even(row.totalSplitEvenly!, count, at))
  const months = { month: 1n, quarter: 3n, year: 12n }[plan.periodType]
  const perYear = 12n / months

  const staff = (plan.personnel ?? []).map((role) =>
    plan.periods.map((label, at) => {
      if (!within(role, at)) return 0n
      const hundredths = BigInt(Math.round(role.ftePercent * 100))
      const gross =
        round(BigInt(role.monthlySalaryFullTime[label.slice(0, 4)]!) * hundredths, 10_000n) * months
      const valid = role.employerContributionBp.filter((rate) => within(rate, at))
      const begun = role.employerContributionBp.filter((rate) => place(rate.from) <= at)
      const by = (end: 'from' | 'to', list: typeof begun) =>
        list.reduce((best, rate) => (place(rate[end]) >= place(best[end]) ? rate : best))
      const first = role.employerContributionBp.reduce((best, rate) =>
        place(rate.from) < place(best.from) ? rate : best,
      )
      const lasting = begun.length > 0 ? begun.filter((rate) => rate.to === by('to', begun).to) : []
      const rate = valid.length > 0 ? by('from', valid) : lasting.length > 0 ? by('from', lasting) : first
      return gross + part(gross, rate.bp) + part(gross, role.otherOnCostBp ?? 0)
    }),
  )

  const counts = (source: Source) =>
    source.kind === 'sales' ||
    scenario.include.includes(source.status) ||
    (typeof scenario.minProbability === 'number' &&
      source.status !== 'idea' &&
      source.status !== 'rejected' &&
      source.probability >= scenario.minProbability)

  const sales = (source: Source, at: number) =>
    part(BigInt(source.units![at]!) * BigInt(source.unitPrice!), scenario.salesFactorBp)

  const aid = (source: Source, at: number) => {
    const claim = source.claim!
    if (at < 0 || !within(claim, at)) return 0n
    const direct = staff.reduce((all, costs) => all + costs[at]!, 0n)
    return part(direct + part(direct, claim.flatRateBp), claim.aidIntensityBp)
  }

  /** Drawn less interest and amortisation, period by period. */
  const loanFlow = (source: Source) => {
    const loan = source.loan!
    const start = place(loan.disbursed)
    const lines = BigInt(loan.amortisationPeriods)
    const whole = 10_000n * perYear
    const rate = BigInt(loan.annualInterestBp)
    const grown = (whole + rate) ** lines
    const principal = BigInt(loan.principal)
    const payment = rate === 0n ? 0n : round(principal * rate * grown, whole * (grown - whole ** lines))
    let debt = 0n
    return plan.periods.map((_, at) => {
      const drawn = at === start ? principal : 0n
      const interest = round((debt + drawn) * rate, whole)
      const turn = at - start - (loan.interestOnlyPeriods ?? 0)
      let paid = 0n
      if (at >= start && turn >= 0 && turn < loan.amortisationPeriods) {
        if (loan.method === 'straight' || rate === 0n)
          paid = even(loan.principal, loan.amortisationPeriods, turn)
        else if (turn === loan.amortisationPeriods - 1) paid = debt + drawn
        else paid = payment - interest < debt + drawn ? payment - interest : debt + drawn
      }
      debt += drawn - paid
      return drawn - interest - paid
    })
  }

  const sources = (plan.sources ?? []).filter((source) => source.kind !== 'inKind' && counts(source))
  const loans = sources.filter((source) => source.loan).map(loanFlow)
  let cash = BigInt(plan.openingCash)
  return plan.periods.map((_, at) => {
    for (const flow of loans) cash += flow[at]!
    for (const source of sources) {
      if (source.kind === 'sales') cash += sales(source, at)
      else if (source.claim) cash += aid(source, at - source.claim.paymentLagPeriods)
      else if (!source.loan) cash += given(source, at)
    }
    for (const costs of staff) cash -= costs[at]!
    for (const cost of plan.fixedCosts ?? [])
      cash -= part(given(cost, at), scenario.fixedNonPersonnelFactorBp)
    for (const cost of plan.variableCosts ?? []) {
      const followed = sources.filter(
        (source) => source.kind === 'sales' && (cost.of === undefined || cost.of === source.id),
      )
      cash -= part(
        followed.reduce((all, source) => all + sales(source, at), 0n),
        cost.percentOfSalesBp,
      )
    }
    return Number(cash)
  })
}

test('two computations of the cash agree', () => {
  fc.assert(
    fc.property(anyPlan(), (plan) => {
      const { scenarios } = figuresOf(plan)
      for (const name of ['cautious', 'base', 'hopeful'] as const)
        expect(scenarios[name].closingCash).toEqual(closingCash(plan, name))
    }),
    { numRuns: 300 },
  )
})
