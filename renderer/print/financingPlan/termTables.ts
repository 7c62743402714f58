// What money comes with: conditions of each source, loans and claims period by period, terms of employment.
import { claimOf, loanOf } from '../../../shared/financing/plannedSeries'
import type { Source } from '../../../shared/financing/input'
import type { ClaimPlan } from '../../../shared/financing/claim'
import type { LoanPlan } from '../../../shared/financing/loan'
import type { FinancingPlan } from '../../../shared/financing/result'
import { sum } from '../../../shared/money/round'
import { element } from '../element'
import type { Stack } from '../stack'
import { smallTable, type Cell } from '../table'
import type { PrintedPlan } from './printedPlan'
import styles from './plan.module.css'

/** Conditions, one line each: only of sources that have any. */
export function addConditions(stack: Stack, printed: PrintedPlan): void {
  const { input, text } = printed
  const heading = text('plan.conditions')
  stack.addTable({
    heading,
    continued: text('continued', { name: heading }),
    columns: [{ head: printed.words('column.title'), width: '72mm' }, { head: text('plan.condition') }],
    rows: input.sources
      .map((source) => ({ source, conditions: conditionsOf(printed, source) }))
      .filter(({ conditions }) => conditions.length > 0)
      .map(({ source, conditions }) => ({
        cells: [{ own: printed.write.nameOf(source.id) }, conditions.join('\n')],
      })),
  })
}

function conditionsOf({ text, words, write }: PrintedPlan, source: Source): string[] {
  const names = (ids: readonly string[]) => ids.map((id) => write.nameOf(id)).join(', ')
  const { loan, claim, cofinancingPeriods } = source
  const found: (string | false)[] = [
    source.restricted && words('details.restricted'),
    source.recurring && words('details.recurring'),
    source.costLines.length > 0 && `${words('details.costLines')}: ${names(source.costLines)}`,
    source.cofinances !== undefined &&
      `${words('cofinancing.of')}: ${write.nameOf(source.cofinances)}${
        cofinancingPeriods && cofinancingPeriods.length > 0
          ? ` (${write.period(cofinancingPeriods[0]!)} – ${write.period(cofinancingPeriods.at(-1)!)})`
          : ''
      }`,
    source.countsAsCofinancing && words('cofinancing.inKindCounts'),
    loan !== undefined &&
      text('plan.loanTerms', {
        principal: write.kronor(loan.principal),
        period: write.period(loan.disbursed),
        interest: write.share(loan.annualInterestBp),
        free: loan.interestOnlyPeriods,
        periods: loan.amortisationPeriods,
        method: words(`loan.${loan.method}`).toLocaleLowerCase(),
        guarantee: write.share(loan.guaranteeBp),
      }),
    claim !== undefined &&
      text('plan.claimTerms', {
        roles: names(claim.roles),
        from: write.period(claim.from),
        to: write.period(claim.to),
        flatRate: write.share(claim.flatRateBp),
        intensity: write.share(claim.aidIntensityBp),
        lag: claim.paymentLagPeriods,
      }),
  ]
  return found.filter((each): each is string => each !== false)
}

/** Roles with their terms. */
export function addRoles(stack: Stack, printed: PrintedPlan): void {
  const { input, text, words, write, parts } = printed
  const heading = text('plan.roles')
  const rate = (role: (typeof input.personnel)[number]) =>
    role.employerContributionBp
      .map(({ from, to, bp }) =>
        role.employerContributionBp.length === 1
          ? write.share(bp)
          : `${write.share(bp)} (${write.period(from)} – ${write.period(to)})`,
      )
      .join('\n')
  stack.addTable({
    heading,
    continued: text('continued', { name: heading }),
    columns: [
      { head: words('column.title'), width: '60mm' },
      { head: text('plan.time'), width: '44mm' },
      { head: words('unit.ftePercent'), width: '34mm' },
      { head: words('personnel.salary') },
      { head: words('personnel.contribution') },
      { head: words('personnel.other'), width: '34mm' },
    ],
    rows: input.personnel.map((role) => ({
      cells: [
        { own: write.nameOf(role.id) },
        `${write.period(role.from)} – ${write.period(role.to)}`,
        write.share(Math.round(role.ftePercent * 100)),
        Object.entries(role.monthlySalaryFullTime)
          .map(([year, ore]) => `${year}: ${write.kronor(ore)}`)
          .join('\n'),
        `${words(`contribution.${parts.personnel.find(({ id }) => id === role.id)?.contribution ?? 'ordinary'}`)}\n${rate(role)}`,
        write.share(role.otherOnCostBp),
      ],
    })),
  })
}

/** Every loan and every claim, period by period. */
export function addSchedules(stack: Stack, printed: PrintedPlan, plan: FinancingPlan): void {
  for (const source of printed.input.sources) {
    const loan = loanOf(source, printed.input, plan)
    if (loan) addLoan(stack, printed, source, loan)
    const claim = claimOf(source, printed.input, plan)
    if (claim) addClaim(stack, printed, source, claim)
  }
}

function addLoan(stack: Stack, { text, words, write }: PrintedPlan, source: Source, loan: LoanPlan): void {
  const heading = `${words('loan.schedule')}: ${write.nameOf(source.id)}`
  const keys = ['opening', 'drawn', 'interest', 'amortisation', 'closing'] as const
  stack.addTable({
    heading,
    continued: text('continued', { name: heading }),
    lead: words('loan.sums', {
      interest: write.kronor(loan.totalInterest),
      left: write.kronor(loan.closingBalance),
      guaranteed: write.kronor(loan.guaranteedAmount),
    }),
    note: text('plan.rounded'),
    columns: periodColumns(
      words('chart.period'),
      keys.map((key) => words(`loan.column.${key}`)),
    ),
    rows: [
      ...loan.schedule.map((row) => ({
        cells: [write.period(row.period), ...keys.map((key) => write.cell(row[key])), ''],
      })),
      {
        tone: 'total' as const,
        cells: [
          text('plan.sum'),
          '',
          write.cell(sum(loan.schedule.map((row) => row.drawn))),
          write.cell(loan.totalInterest),
          write.cell(loan.totalAmortisation),
          '',
        ],
      },
    ],
  })
}

function addClaim(stack: Stack, printed: PrintedPlan, source: Source, claim: ClaimPlan): void {
  const { input, text, words, write } = printed
  const heading = `${words('claim.schedule')}: ${write.nameOf(source.id)}`
  const keys = ['directStaff', 'flatRateOther', 'eligible', 'aidAccrued', 'aidReceivedCash'] as const
  stack.addTable({
    heading,
    continued: text('continued', { name: heading }),
    note: [
      text('plan.rounded'),
      claim.aidNotReceivedWithinHorizon > 0 &&
        text('plan.paidLater', { amount: write.kronor(claim.aidNotReceivedWithinHorizon) }),
    ]
      .filter(Boolean)
      .join(' '),
    columns: periodColumns(
      words('chart.period'),
      keys.map((key) => words(`claim.column.${key}`)),
    ),
    rows: [
      ...input.periods.map((period, at) => ({
        cells: [write.period(period), ...keys.map((key) => write.cell(claim[key][at] ?? 0)), ''],
      })),
      {
        tone: 'total' as const,
        cells: [text('plan.sum'), ...keys.map((key) => write.cell(sum(claim[key]))), ''],
      },
    ],
  })
  addCofinancing(stack, printed, source, claim)
}

function addCofinancing(
  stack: Stack,
  { input, text, words, write }: PrintedPlan,
  source: Source,
  { cofinancing }: ClaimPlan,
): void {
  const share = (amount: string, basisPoints: number | null): string =>
    basisPoints === null ? amount : `${amount} (${write.ratio(basisPoints)})`
  const rows: [string, string][] = [
    [
      text('plan.cofinancing.required'),
      share(write.kronor(cofinancing.requiredAmount), cofinancing.requiredShareBp),
    ],
    [
      text('plan.cofinancing.confirmed'),
      share(write.kronor(cofinancing.confirmed), cofinancing.confirmedShareBp),
    ],
    [text('plan.cofinancing.shortfall'), write.kronor(cofinancing.shortfallConfirmed)],
    [text('plan.cofinancing.applied'), write.kronor(cofinancing.applied)],
    [text('plan.cofinancing.shortfallIncludingApplied'), write.kronor(cofinancing.shortfallIncludingApplied)],
  ]
  const heading = `${words('cofinancing.title')}: ${write.nameOf(source.id)}`
  const payers = input.sources.filter((each) => each.cofinances === source.id)
  const table = smallTable(
    heading,
    [{ head: text('plan.figure') }, { head: text('plan.amount'), width: '52mm', isNumber: true }],
    rows.map(([name, amount]) => ({ cells: [name, amount] satisfies Cell[] })),
  )
  table.classList.add(styles.half!)
  const from = payers.map(
    (each) => `${write.nameOf(each.id)} (${words(`status.${each.status}`).toLocaleLowerCase()})`,
  )
  stack.addBlock(
    heading,
    ...(from.length > 0
      ? [
          element(
            'p',
            { class: styles.lead, dir: 'auto' },
            text('plan.cofinancing.from', { names: from.join(', ') }),
          ),
        ]
      : []),
    table,
  )
}

/** The period, the columns, and room at the end so that numbers stand near what they belong to. */
function periodColumns(first: string, heads: readonly string[]) {
  return [
    { head: first, width: '40mm' },
    ...heads.map((head) => ({ head, width: '32mm', isNumber: true })),
    { head: '' },
  ]
}
