import { fault, type Fault } from '../checks/invalidInput'
import type { FinancingInput, Role, Source } from './input'
import type { Periods } from './periods'

type Path = (string | number)[]

/** Faults in rows whose form is right: periods outside the plan, lists of the wrong length, lost references. */
export function rowFaults(input: FinancingInput, periods: Periods): Fault[] {
  const sales = new Set(input.sources.filter((each) => each.kind === 'sales').map((each) => each.id))
  const claims = new Set(input.sources.filter((each) => each.claim).map((each) => each.id))
  const roles = new Set(input.personnel.map((each) => each.id))
  const lines = new Set([...roles, ...input.fixedCosts.map(idOf), ...input.variableCosts.map(idOf)])
  return [
    ...input.personnel.flatMap((role, at) => roleFaults(role, ['personnel', at], periods)),
    ...input.fixedCosts.flatMap((cost, at) => amountFaults(cost, ['fixedCosts', at], periods)),
    ...input.variableCosts.flatMap(({ of }, at) =>
      of === undefined ? [] : referenceFault(of, sales, ['variableCosts', at, 'of'], 'a sales source'),
    ),
    ...input.sources.flatMap((source, at) => [
      ...contentFaults(source, ['sources', at], periods),
      ...(source.claim?.roles ?? []).flatMap((role, index) =>
        referenceFault(role, roles, ['sources', at, 'claim', 'roles', index], 'a role'),
      ),
      ...(source.cofinances === undefined
        ? []
        : referenceFault(source.cofinances, claims, ['sources', at, 'cofinances'], 'a source with a claim')),
      ...source.costLines.flatMap((line, index) =>
        referenceFault(line, lines, ['sources', at, 'costLines', index], 'a role or cost'),
      ),
    ]),
  ]
}

const idOf = ({ id }: { id: string }) => id

function referenceFault(id: string, known: ReadonlySet<string>, path: Path, what: string): Fault[] {
  return known.has(id) ? [] : [fault(path, 'notFound', `(${id}) is not the id of ${what} in this plan.`)]
}

function periodFault(label: string, path: Path, periods: Periods): Fault[] {
  if (periods.indexOf(label) !== null) return []
  return [fault(path, 'outOfRange', `(${label}) is not one of the plan's periods.`)]
}

function rangeFaults(range: { from: string; to: string }, path: Path, periods: Periods): Fault[] {
  const faults = [
    ...periodFault(range.from, [...path, 'from'], periods),
    ...periodFault(range.to, [...path, 'to'], periods),
  ]
  if (faults.length > 0 || periods.indexOf(range.from)! <= periods.indexOf(range.to)!) return faults
  return [fault([...path, 'to'], 'outOfRange', `(${range.to}) comes before the first period, ${range.from}.`)]
}

function lengthFault(list: readonly number[], path: Path, periods: Periods): Fault[] {
  if (list.length === periods.count) return []
  const reason = list.length < periods.count ? 'missing' : 'outOfRange'
  return [fault(path, reason, `holds ${list.length} values; the plan has ${periods.count} periods.`)]
}

function roleFaults(role: Role, path: Path, periods: Periods): Fault[] {
  const faults = rangeFaults(role, path, periods)
  role.employerContributionBp.forEach((rate, at) => {
    const from = periods.positionOf(rate.from)
    const to = periods.positionOf(rate.to)
    const ratePath = [...path, 'employerContributionBp', at]
    if (from === null) faults.push(fault([...ratePath, 'from'], 'outOfRange', `(${rate.from}) is no period.`))
    if (to === null) faults.push(fault([...ratePath, 'to'], 'outOfRange', `(${rate.to}) is no period.`))
    if (from !== null && to !== null && from > to)
      faults.push(fault([...ratePath, 'to'], 'outOfRange', `(${rate.to}) comes before ${rate.from}.`))
  })
  if (faults.length > 0) return faults
  const active = periods.years.slice(periods.indexOf(role.from)!, periods.indexOf(role.to)! + 1)
  for (const year of new Set(active))
    if (!Object.hasOwn(role.monthlySalaryFullTime, year))
      faults.push(fault([...path, 'monthlySalaryFullTime', year], 'missing', 'is missing.'))
  return faults
}

interface Amounts {
  readonly amounts?: readonly number[] | undefined
  readonly totalSplitEvenly?: number | undefined
}

function amountFaults(row: Amounts, path: Path, periods: Periods): Fault[] {
  if (row.amounts === undefined && row.totalSplitEvenly === undefined)
    return [fault([...path, 'amounts'], 'missing', 'is missing.')]
  if (row.amounts === undefined) return []
  if (row.totalSplitEvenly !== undefined)
    return [
      fault([...path, 'totalSplitEvenly'], 'malformed', 'cannot stand beside amounts: give one of them.'),
    ]
  return lengthFault(row.amounts, [...path, 'amounts'], periods)
}

/** A source holds what its kind needs, and one thing only that money is counted from. */
function contentFaults(source: Source, path: Path, periods: Periods): Fault[] {
  const faults = (source.cofinancingPeriods ?? []).flatMap((label, at) =>
    periodFault(label, [...path, 'cofinancingPeriods', at], periods),
  )
  if (source.kind === 'loan') {
    if (!source.loan) return [...faults, fault([...path, 'loan'], 'missing', 'is missing.')]
    faults.push(...periodFault(source.loan.disbursed, [...path, 'loan', 'disbursed'], periods))
  } else if (source.loan)
    faults.push(fault([...path, 'loan'], 'malformed', 'belongs to sources of kind loan.'))

  if (source.claim) {
    if (source.kind !== 'grant' && source.kind !== 'agreement')
      faults.push(fault([...path, 'claim'], 'malformed', 'belongs to sources of kind grant or agreement.'))
    faults.push(...rangeFaults(source.claim, [...path, 'claim'], periods))
  }
  if (source.claim || source.loan) {
    for (const key of ['amounts', 'totalSplitEvenly', 'units', 'hours'] as const)
      if (source[key] !== undefined)
        faults.push(fault([...path, key], 'malformed', 'cannot stand beside a loan or a claim.'))
    return faults
  }
  if (source.kind === 'sales')
    return [...faults, ...productFaults(source, path, periods, 'units', 'unitPrice')]
  if (source.kind === 'inKind') return [...faults, ...productFaults(source, path, periods, 'hours', 'rate')]
  return [...faults, ...amountFaults(source, path, periods)]
}

/** Units and price, or hours and rate; or plain amounts instead of both. */
function productFaults(
  source: Source,
  path: Path,
  periods: Periods,
  quantities: 'units' | 'hours',
  price: 'unitPrice' | 'rate',
): Fault[] {
  const counted = source[quantities]
  if (counted === undefined && (source.amounts !== undefined || source.totalSplitEvenly !== undefined))
    return amountFaults(source, path, periods)
  if (counted === undefined) return [fault([...path, quantities], 'missing', 'is missing.')]
  if (source.amounts !== undefined || source.totalSplitEvenly !== undefined)
    return [fault([...path, quantities], 'malformed', 'cannot stand beside amounts: give one of them.')]
  const faults = lengthFault(counted, [...path, quantities], periods)
  if (source[price] === undefined) faults.push(fault([...path, price], 'missing', 'is missing.'))
  return faults
}
