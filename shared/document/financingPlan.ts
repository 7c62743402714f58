// A financing-plan page: rows whose cells are keys of their own, so that people in different cells never collide.
// Amounts are integer öre, rates basis points; what is computed from it stands in shared/financing.
import * as Y from 'yjs'
import { z } from 'zod'
import { loanMethods, periodTypes, sourceKinds, sourceStatuses, type SourceStatus } from '../financing/input'
import { knownParameters, type Parameter, type ParameterKey } from '../financing/parameters'
import { localOrigin } from './control'
import type { PlainValue } from './recordTable'
import type { RecordView } from './recordView'
import { softTable, undoSoftTables, viewSoft, type SoftTable } from './softTable'

const id = z.string().min(1).max(64)
const order = z.string().min(1).max(200)
const text = z.string().catch('')
const period = z.string().max(40).catch('')
const whole = z.int()
const optional = whole.nullable().catch(null)
const reference = z.object({ page: z.string(), id: z.string() }).nullable().catch(null)
const cells = z.record(z.string(), whole)

/** What a row's cells mean; the period's name follows: `amount.2027Q1`. */
export const cellKinds = ['amount', 'units', 'hours'] as const
export type CellKind = (typeof cellKinds)[number]

const sourceRow = z.object({
  id,
  order,
  kind: z.enum(sourceKinds),
  funder: text,
  status: z.enum(sourceStatuses).catch('idea'),
  /** Per cent. */
  probability: z.int().min(0).max(100).catch(50),
  restricted: z.boolean().catch(false),
  recurring: z.boolean().catch(false),
  /** A total in öre to split evenly; null when each period has its own amount. */
  total: optional,
  /** Öre a unit, öre an hour. */
  unitPrice: optional,
  rate: optional,
  countsAsCofinancing: z.boolean().catch(false),
  cofinances: z.string().nullable().catch(null),
  cofinancingFrom: period,
  cofinancingTo: period,
  costLines: z.array(z.string()).catch([]),
  amount: cells,
  units: cells,
  hours: cells,
  /** Present for loans. */
  loan: z.object({
    principal: optional,
    disbursed: period,
    annualInterestBp: optional,
    interestOnlyPeriods: optional,
    amortisationPeriods: optional,
    method: z.enum(loanMethods).catch('straight'),
    guaranteeBp: optional,
  }),
  /** Counts when `on`: a grant that is claimed in arrears on staff costs. */
  claim: z.object({
    on: z.boolean().catch(false),
    roles: z.array(z.string()).catch([]),
    from: period,
    to: period,
    flatRateBp: optional,
    aidIntensityBp: optional,
    paymentLagPeriods: optional,
  }),
  reference,
})
export type SourceRow = Readonly<z.infer<typeof sourceRow>>

export const contributionKinds = ['ordinary', 'youth', 'own'] as const
const personnelRow = z.object({
  id,
  order,
  title: text,
  ftePercent: z.number().min(0).max(200).catch(100),
  from: period,
  to: period,
  /** Which parameter gives the employer contribution; `own` takes `ownContributionBp`. */
  contribution: z.enum(contributionKinds).catch('ordinary'),
  ownContributionBp: optional,
  otherOnCostBp: optional,
  /** Öre a month at full time, by calendar year. */
  salary: cells,
  reference,
})
export type PersonnelRow = Readonly<z.infer<typeof personnelRow>>

export const costCategories = [
  'premises',
  'external',
  'materials',
  'equipment',
  'travel',
  'marketing',
  'investment',
  'other',
] as const
const fixedCostRow = z.object({
  id,
  order,
  title: text,
  category: z.string().catch('other'),
  total: optional,
  amount: cells,
  reference,
})
export type FixedCostRow = Readonly<z.infer<typeof fixedCostRow>>

const variableCostRow = z.object({
  id,
  order,
  title: text,
  category: z.string().catch('materials'),
  percentOfSalesBp: optional,
  /** The sales source it follows; null follows all sales. */
  of: z.string().nullable().catch(null),
  reference,
})
export type VariableCostRow = Readonly<z.infer<typeof variableCostRow>>

export const planTables = {
  sources: softTable('sources'),
  personnel: softTable('personnel'),
  fixedCosts: softTable('fixedCosts'),
  variableCosts: softTable('variableCosts'),
} as const satisfies Record<string, SoftTable>
export type PlanTable = keyof typeof planTables

/** The key of each table that people type in together. */
export const planTexts = {
  sources: 'funder',
  personnel: 'title',
  fixedCosts: 'title',
  variableCosts: 'title',
} as const

const grouped = ['amount', 'units', 'hours', 'salary', 'loan', 'claim']

/** `amount.2027Q1: 5` becomes `amount: { '2027Q1': 5 }`; a cell that is no whole number is left out. */
function group(record: Record<string, unknown>): Record<string, unknown> {
  const made: Record<string, unknown> = { amount: {}, units: {}, hours: {}, salary: {}, loan: {}, claim: {} }
  for (const [key, value] of Object.entries(record)) {
    const dot = key.indexOf('.')
    const outer = dot < 0 ? '' : key.slice(0, dot)
    if (!grouped.includes(outer)) made[key] = value
    else if (outer === 'loan' || outer === 'claim' || Number.isSafeInteger(value))
      (made[outer] as Record<string, unknown>)[key.slice(dot + 1)] = value
  }
  return made
}

const view =
  <T>(table: SoftTable, shape: z.ZodType<T>) =>
  (page: Y.Doc): RecordView<T> =>
    viewSoft(table, page, (rowId, record) => shape.parse({ ...group(record.toJSON()), id: rowId }))

export const viewSources = view(planTables.sources, sourceRow)
export const viewPersonnel = view(planTables.personnel, personnelRow)
export const viewFixedCosts = view(planTables.fixedCosts, fixedCostRow)
export const viewVariableCosts = view(planTables.variableCosts, variableCostRow)

/** How many rows the plan has, sound or not. */
export function countPlanRows(page: Y.Doc): number {
  return Object.values(planTables).reduce(
    (count, table) =>
      count + [...table.container(page).keys()].filter((rowId) => table.has(page, rowId)).length,
    0,
  )
}

const planFacts = z.object({
  currency: z.string().catch('SEK'),
  periodType: z.enum(periodTypes).catch('quarter'),
  firstPeriod: z.string().catch(''),
  periodCount: z.int().min(1).max(120).catch(8),
  /** öre */
  openingCash: whole.catch(0),
  liquidityBuffer: whole.catch(0),
  vatNote: text,
})
export type PlanFacts = Readonly<z.infer<typeof planFacts>>

export const scenarioNames = ['cautious', 'base', 'hopeful'] as const
export type ScenarioName = (typeof scenarioNames)[number]
export interface ScenarioRow {
  readonly include: readonly SourceStatus[]
  /** Per cent, or null when only the statuses count. */
  readonly minProbability: number | null
  readonly salesFactorBp: number
  readonly fixedNonPersonnelFactorBp: number
}

/** What a plan's scenarios are until somebody changes them. */
export const usualScenarios: Readonly<Record<ScenarioName, ScenarioRow>> = {
  cautious: {
    include: ['granted', 'contracted'],
    minProbability: null,
    salesFactorBp: 7500,
    fixedNonPersonnelFactorBp: 10500,
  },
  base: {
    include: ['granted', 'contracted'],
    minProbability: 50,
    salesFactorBp: 10000,
    fixedNonPersonnelFactorBp: 10000,
  },
  hopeful: {
    include: ['idea', 'applied', 'granted', 'contracted'],
    minProbability: 0,
    salesFactorBp: 11500,
    fixedNonPersonnelFactorBp: 10000,
  },
}

const plan = (page: Y.Doc) => page.getMap<unknown>('plan')
const scenarios = (page: Y.Doc) => page.getMap<unknown>('scenarios')
const parameters = (page: Y.Doc) => page.getMap<unknown>('parameters')

export function readPlanFacts(page: Y.Doc): PlanFacts {
  return Object.freeze(planFacts.parse(plan(page).toJSON()))
}

export function setPlanFacts(page: Y.Doc, change: Partial<PlanFacts>): void {
  page.transact(
    () => Object.entries(change).forEach(([key, value]) => plan(page).set(key, value)),
    localOrigin,
  )
}

export function readScenarios(page: Y.Doc): Record<ScenarioName, ScenarioRow> {
  const read = (name: ScenarioName): ScenarioRow => {
    const usual = usualScenarios[name]
    const at = (key: string) => scenarios(page).get(`${name}.${key}`)
    return {
      include: sourceStatuses.filter((status) =>
        z
          .boolean()
          .catch(usual.include.includes(status))
          .parse(at(`include.${status}`)),
      ),
      minProbability: z
        .int()
        .min(0)
        .max(100)
        .nullable()
        .catch(usual.minProbability)
        .parse(at('minProbability')),
      salesFactorBp: z.int().min(0).catch(usual.salesFactorBp).parse(at('salesFactorBp')),
      fixedNonPersonnelFactorBp: z
        .int()
        .min(0)
        .catch(usual.fixedNonPersonnelFactorBp)
        .parse(at('fixedNonPersonnelFactorBp')),
    }
  }
  return { cautious: read('cautious'), base: read('base'), hopeful: read('hopeful') }
}

/** Each status, factor and limit is a key of its own. */
export function setScenario(
  page: Y.Doc,
  name: ScenarioName,
  change: { include?: { status: SourceStatus; included: boolean } } & Partial<Omit<ScenarioRow, 'include'>>,
): void {
  page.transact(() => {
    const { include, ...values } = change
    if (include) scenarios(page).set(`${name}.include.${include.status}`, include.included)
    for (const [key, value] of Object.entries(values)) scenarios(page).set(`${name}.${key}`, value)
  }, localOrigin)
}

const parameterShape = z.object({
  value: z.int().min(0),
  from: z.string().nullable(),
  to: z.string().nullable(),
  source: z.string(),
})

/** The plan's parameters: the known ones, as changed in this plan. */
export function readParameters(page: Y.Doc): Parameter[] {
  return knownParameters.map((known) => {
    const changed = parameterShape.safeParse(parameters(page).get(known.key))
    return changed.success ? { ...known, ...changed.data } : known
  })
}

export function setParameter(
  page: Y.Doc,
  key: ParameterKey,
  change: Partial<z.infer<typeof parameterShape>>,
): void {
  const now = readParameters(page).find((each) => each.key === key)!
  const { value, from, to, source } = { ...now, ...change }
  page.transact(() => parameters(page).set(key, { value, from, to, source }), localOrigin)
}

/** Runs `changed` whenever facts, scenarios or parameters may have changed. Returns the way to stop. */
export function watchPlan(page: Y.Doc, changed: () => void): () => void {
  const maps = [plan(page), scenarios(page), parameters(page)]
  maps.forEach((map) => map.observe(changed))
  return () => maps.forEach((map) => map.unobserve(changed))
}

/** One cell of one row; null empties it. */
export interface CellChange {
  table: PlanTable
  id: string
  key: string
  value: PlainValue | null
}

/** Sets many cells in one step, for paste, fill and clear. */
export function setCells(page: Y.Doc, changes: readonly CellChange[]): void {
  page.transact(() => {
    for (const { table, id: rowId, key, value } of changes)
      planTables[table].set(page, rowId, { [key]: value === null ? undefined : value })
  }, localOrigin)
}

/** Undo and redo of this person's own changes to the plan. */
export function planUndo(page: Y.Doc): Y.UndoManager {
  const beside = [plan(page), scenarios(page), parameters(page)] as unknown as Y.AbstractType<unknown>[]
  return undoSoftTables(page, Object.values(planTables), ['order', 'kind'], beside)
}
