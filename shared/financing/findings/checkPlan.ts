// The rules FP-01 … FP-13 but FP-11, which speaks of input that cannot be computed at all.
import { sortFindings, type Finding } from '../../checks/finding'
import type { Basis } from '../basis'
import { isConfirmed, type ClaimPlan } from '../claim'
import { sum } from '../../money/round'
import type { ScenarioPlan } from '../result'
import { isFunding, isSales } from '../sources'
import { checkCoverage } from './coverage'
import { checkDoubleFunding } from './doubleFunding'
import { checkEmployerRate } from './employerRate'
import { financingFinding } from './messages'

type Scenarios = { readonly cautious: ScenarioPlan; readonly base: ScenarioPlan }

export function checkPlan(
  basis: Basis,
  claims: ReadonlyMap<string, ClaimPlan>,
  { cautious, base }: Scenarios,
): Finding[] {
  return sortFindings([
    ...checkCash(base, cautious, basis.input.liquidityBuffer),
    ...checkFunding(basis, base),
    ...checkCoverage(base, basis.periods),
    ...basis.input.sources.flatMap((source) => {
      const claim = claims.get(source.id)
      const loan = basis.loans.get(source.id)
      if (source.status === 'rejected') return []
      return [
        ...(claim && claim.cofinancing.shortfallConfirmed > 0 ? [financingFinding('FP-04', source.id)] : []),
        ...(claim && isConfirmed(source) && claim.aidNotReceivedWithinHorizon > 0
          ? [financingFinding('FP-09', source.id)]
          : []),
        ...(loan && loan.closingBalance > 0 ? [financingFinding('FP-10', source.id)] : []),
      ]
    }),
    ...checkDoubleFunding(basis, base),
    ...basis.input.personnel.flatMap((role) => checkEmployerRate(role, basis)),
  ])
}

function checkCash(base: ScenarioPlan, cautious: ScenarioPlan, buffer: number): Finding[] {
  const findings: Finding[] = []
  const low = base.liquidityLowPoint
  if (low.amount < 0) findings.push(financingFinding('FP-01', low.period))
  else if (low.amount < buffer) findings.push(financingFinding('FP-02', low.period))
  if (cautious.liquidityLowPoint.amount < 0)
    findings.push(financingFinding('FP-03', cautious.liquidityLowPoint.period))
  if (base.sourcesAndUses.structuralGap > 0) findings.push(financingFinding('FP-05', 'plan'))
  return findings
}

/** The finding leads to the first source of the funder that stands for more than half. */
function checkFunding({ input }: Basis, base: ScenarioPlan): Finding[] {
  const { name, amount } = base.ratios.largestNonCustomerFunder
  const others = input.sources.filter((source) => isFunding(source) && !isSales(source))
  const total = sum(others.map((source) => base.sourcesAndUses.sourcesBySource[source.id]!))
  if (name === null || total <= 0 || 2n * BigInt(amount) <= BigInt(total)) return []
  return [financingFinding('FP-06', others.find((source) => source.funder === name)!.id)]
}
