// From the rows of a financing-plan page to the input of its computation.
import type { FinancingInput, PeriodType } from '../financing/input'
import type { Parameter, ParameterKey } from '../financing/parameters'
import { daysOf, periodNames } from '../financing/periodNames'
import type {
  FixedCostRow,
  PersonnelRow,
  PlanFacts,
  ScenarioName,
  ScenarioRow,
  SourceRow,
  VariableCostRow,
} from './financingPlan'
import { byOrder } from './order'

export interface PlanParts {
  facts: PlanFacts
  sources: readonly SourceRow[]
  personnel: readonly PersonnelRow[]
  fixedCosts: readonly FixedCostRow[]
  variableCosts: readonly VariableCostRow[]
  scenarios: Readonly<Record<ScenarioName, ScenarioRow>>
  parameters: readonly Parameter[]
}

const ordered = <T extends { order: string; id: string }>(rows: readonly T[]) => [...rows].sort(byOrder)

/** Whether the money is claimed in arrears on staff costs. A claim that was set up stays when the kind changes, unused. */
export function claimsInArrears(row: SourceRow): boolean {
  return row.claim.on && (row.kind === 'grant' || row.kind === 'agreement')
}

/** The plan as the computation takes it. An empty cell counts as 0; a row that lacks a needed field is named by FP-11. */
export function planInput(parts: PlanParts): FinancingInput {
  const { facts } = parts
  const periods = periodNames(facts.periodType, facts.firstPeriod, facts.periodCount)
  const first = periods[0] ?? ''
  const last = periods.at(-1) ?? ''
  const perPeriod = (cells: Readonly<Record<string, number>>) => periods.map((period) => cells[period] ?? 0)
  const parameter = (key: ParameterKey) => parts.parameters.find((each) => each.key === key)

  return {
    currency: facts.currency,
    periodType: facts.periodType,
    periods,
    openingCash: facts.openingCash,
    liquidityBuffer: facts.liquidityBuffer,
    personnel: ordered(parts.personnel).map((row) => ({
      id: row.id,
      title: row.title,
      monthlySalaryFullTime: salaries(row, periods),
      ftePercent: row.ftePercent,
      from: row.from || first,
      to: row.to || last,
      employerContributionBp: contributions(row, facts.periodType, periods, parameter),
      otherOnCostBp: row.otherOnCostBp ?? 0,
    })),
    fixedCosts: ordered(parts.fixedCosts).map((row) => ({
      id: row.id,
      category: row.category,
      title: row.title,
      ...(row.total !== null ? { totalSplitEvenly: row.total } : { amounts: perPeriod(row.amount) }),
    })),
    variableCosts: ordered(parts.variableCosts).map((row) => ({
      id: row.id,
      category: row.category,
      title: row.title,
      percentOfSalesBp: row.percentOfSalesBp ?? 0,
      ...(row.of !== null &&
        parts.sources.some((source) => source.id === row.of && source.kind === 'sales') && { of: row.of }),
    })),
    sources: ordered(parts.sources).map((row) => sourceInput(row, parts, periods, perPeriod)),
    scenarios: {
      cautious: { ...parts.scenarios.cautious, include: [...parts.scenarios.cautious.include] },
      base: { ...parts.scenarios.base, include: [...parts.scenarios.base.include] },
      hopeful: { ...parts.scenarios.hopeful, include: [...parts.scenarios.hopeful.include] },
    },
    limits: {
      ordinaryEmployerContributionBp: parameter('ordinaryEmployerContribution')?.value ?? 0,
      reducedRateMonthlyLimit: parameter('youthMonthlyLimit')?.value ?? 0,
    },
  }
}

function sourceInput(
  row: SourceRow,
  parts: PlanParts,
  periods: readonly string[],
  perPeriod: (cells: Readonly<Record<string, number>>) => number[],
): FinancingInput['sources'][number] {
  const claims = parts.sources.filter(claimsInArrears)
  const between = (from: string, to: string) => {
    const start = from ? periods.indexOf(from) : 0
    const end = to ? periods.indexOf(to) : periods.length - 1
    return start < 0 || end < 0 ? [] : periods.slice(start, end + 1)
  }
  const common = {
    id: row.id,
    kind: row.kind,
    funder: row.funder,
    status: row.status,
    probability: row.probability,
    restricted: row.restricted,
    recurring: row.recurring,
    countsAsCofinancing: row.countsAsCofinancing,
    costLines: row.costLines.filter((line) =>
      [...parts.personnel, ...parts.fixedCosts, ...parts.variableCosts].some((each) => each.id === line),
    ),
    ...(row.cofinances !== null &&
      claims.some((claim) => claim.id === row.cofinances) && { cofinances: row.cofinances }),
    ...((row.cofinancingFrom || row.cofinancingTo) && {
      cofinancingPeriods: between(row.cofinancingFrom, row.cofinancingTo),
    }),
  }
  if (row.kind === 'loan')
    return {
      ...common,
      loan: {
        principal: row.loan.principal ?? 0,
        disbursed: row.loan.disbursed || (periods[0] ?? ''),
        annualInterestBp: row.loan.annualInterestBp ?? 0,
        interestOnlyPeriods: row.loan.interestOnlyPeriods ?? 0,
        amortisationPeriods: row.loan.amortisationPeriods ?? 12,
        method: row.loan.method,
        guaranteeBp: row.loan.guaranteeBp ?? 0,
      },
    }
  if (row.kind === 'sales' && row.total === null)
    return { ...common, unitPrice: row.unitPrice ?? 0, units: perPeriod(row.units) }
  if (row.kind === 'inKind' && row.total === null)
    return { ...common, rate: row.rate ?? 0, hours: perPeriod(row.hours) }
  if (claimsInArrears(row))
    return {
      ...common,
      claim: {
        type: 'flatRateOnStaff',
        roles: row.claim.roles.filter((roleId) => parts.personnel.some((role) => role.id === roleId)),
        from: row.claim.from || (periods[0] ?? ''),
        to: row.claim.to || (periods.at(-1) ?? ''),
        flatRateBp:
          row.claim.flatRateBp ?? parts.parameters.find((each) => each.key === 'flatRateOnStaff')?.value ?? 0,
        aidIntensityBp: row.claim.aidIntensityBp ?? 0,
        paymentLagPeriods: row.claim.paymentLagPeriods ?? 0,
      },
    }
  return {
    ...common,
    ...(row.total !== null ? { totalSplitEvenly: row.total } : { amounts: perPeriod(row.amount) }),
  }
}

/** Every year of the plan; a year without a salary of its own has that of the year before. */
function salaries(row: PersonnelRow, periods: readonly string[]): Record<string, number> {
  const byYear: Record<string, number> = {}
  let latest = 0
  for (const year of new Set(periods.map((period) => period.slice(0, 4))))
    byYear[year] = latest = row.salary[year] ?? latest
  return byYear
}

/** The role's contribution in each period, neighbours with one rate put together. A reduced rate counts in a period that it covers whole. */
function contributions(
  row: PersonnelRow,
  type: PeriodType,
  periods: readonly string[],
  parameter: (key: ParameterKey) => Parameter | undefined,
): { from: string; to: string; bp: number }[] {
  const ordinary = parameter('ordinaryEmployerContribution')?.value ?? 0
  const youth = parameter('youthEmployerContribution')
  const rateIn = (period: string) => {
    if (row.contribution === 'own') return row.ownContributionBp ?? ordinary
    const days = daysOf(type, period)
    const covered = youth && days && (youth.from ?? '') <= days.first && days.last <= (youth.to ?? '9999')
    return row.contribution === 'youth' && covered ? youth.value : ordinary
  }
  const runs: { from: string; to: string; bp: number }[] = []
  for (const period of periods) {
    const bp = rateIn(period)
    const run = runs.at(-1)
    if (run?.bp === bp) run.to = period
    else runs.push({ from: period, to: period, bp })
  }
  return runs
}
