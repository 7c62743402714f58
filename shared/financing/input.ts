// What a financing plan is computed from: plain data, amounts in whole öre, rates in basis points (1/100 %).
import { z } from 'zod'

export const periodTypes = ['month', 'quarter', 'year'] as const
export type PeriodType = (typeof periodTypes)[number]

export const sourceKinds = [
  'grant',
  'agreement',
  'loan',
  'sales',
  'memberCapital',
  'crowdfunding',
  'gift',
  'inKind',
] as const
export type SourceKind = (typeof sourceKinds)[number]

export const sourceStatuses = ['idea', 'planned', 'applied', 'granted', 'contracted', 'rejected'] as const
export type SourceStatus = (typeof sourceStatuses)[number]

export const loanMethods = ['straight', 'annuity'] as const

/** Öre. Negative amounts are corrections and repayments. */
const amount = z.int()
const amounts = z.array(amount)
const period = z.string().min(1).max(40)
const id = z.string().min(1).max(200)
const basisPoints = z.int().min(0)
/** A share that cannot be more than the whole. */
const shareBasisPoints = z.int().min(0).max(10_000)
const text = z.string().default('')
const percent = z.int().min(0).max(100)

const employerRate = z.object({ from: period, to: period, bp: basisPoints })

const role = z.object({
  id,
  title: text,
  /** Öre a month at full time, by calendar year. */
  monthlySalaryFullTime: z.record(z.string().regex(/^\d{4}$/), amount),
  ftePercent: z.number().min(0).max(200).multipleOf(0.01),
  /** Months with pay in each period; without it the whole period. */
  monthsPerPeriod: z.int().min(0).max(12).optional(),
  from: period,
  to: period,
  employerContributionBp: z.array(employerRate).min(1),
  otherOnCostBp: basisPoints.default(0),
})

const fixedCost = z.object({
  id,
  category: text,
  title: text,
  amounts: amounts.optional(),
  totalSplitEvenly: amount.optional(),
})

const variableCost = z.object({
  id,
  category: text,
  title: text,
  percentOfSalesBp: basisPoints,
  /** The sales source it follows; without one, all sales together. */
  of: id.optional(),
})

const claim = z.object({
  type: z.literal('flatRateOnStaff'),
  roles: z.array(id),
  from: period,
  to: period,
  flatRateBp: basisPoints,
  aidIntensityBp: shareBasisPoints,
  paymentLagPeriods: z.int().min(0).max(1200),
})

const loan = z.object({
  principal: z.int().min(0),
  disbursed: period,
  annualInterestBp: basisPoints,
  interestOnlyPeriods: z.int().min(0).max(1200).default(0),
  amortisationPeriods: z.int().min(1).max(1200),
  method: z.enum(loanMethods),
  guaranteeBp: shareBasisPoints.default(0),
})

const source = z.object({
  id,
  kind: z.enum(sourceKinds),
  funder: text,
  status: z.enum(sourceStatuses),
  /** Per cent. */
  probability: percent,
  restricted: z.boolean().default(false),
  recurring: z.boolean().default(false),
  amounts: amounts.optional(),
  totalSplitEvenly: amount.optional(),
  unitPrice: amount.optional(),
  units: amounts.optional(),
  hours: amounts.optional(),
  rate: amount.optional(),
  loan: loan.optional(),
  claim: claim.optional(),
  /** The claim (by source id) that this money helps to co-finance. */
  cofinances: id.optional(),
  /** The periods whose money counts as co-financing; without them, all. */
  cofinancingPeriods: z.array(period).optional(),
  /** Whether time given for free counts as co-financing. */
  countsAsCofinancing: z.boolean().default(false),
  /** The roles and costs (by id) that this money may be used for and nothing else. */
  costLines: z.array(id).default([]),
})

const scenario = z.object({
  include: z.array(z.enum(sourceStatuses)),
  minProbability: percent.nullable().default(null),
  salesFactorBp: basisPoints,
  fixedNonPersonnelFactorBp: basisPoints,
})

/** What findings measure employer contributions against; see `parameters.ts` for the dated values. */
const limits = z.object({
  ordinaryEmployerContributionBp: basisPoints,
  reducedRateMonthlyLimit: amount,
})

export const financingInput = z.object({
  currency: z.string().default('SEK'),
  periodType: z.enum(periodTypes),
  periods: z.array(period).min(1).max(600),
  openingCash: amount,
  liquidityBuffer: amount.default(0),
  personnel: z.array(role).default([]),
  fixedCosts: z.array(fixedCost).default([]),
  variableCosts: z.array(variableCost).default([]),
  sources: z.array(source).default([]),
  scenarios: z.object({ cautious: scenario, base: scenario, hopeful: scenario }).catchall(scenario),
  limits: limits.optional(),
})

export type FinancingInput = Readonly<z.infer<typeof financingInput>>
export type Role = FinancingInput['personnel'][number]
export type FixedCost = FinancingInput['fixedCosts'][number]
export type VariableCost = FinancingInput['variableCosts'][number]
export type Source = FinancingInput['sources'][number]
export type Claim = z.infer<typeof claim>
export type Loan = z.infer<typeof loan>
export type Scenario = z.infer<typeof scenario>

export type LoanSource = Source & { loan: Loan }
export type ClaimSource = Source & { claim: Claim }

export const isLoan = (one: Source): one is LoanSource => one.loan !== undefined
export const isClaim = (one: Source): one is ClaimSource => one.claim !== undefined
