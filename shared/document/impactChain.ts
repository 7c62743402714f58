// An impact-chain page: elements and links between them, with assumptions, target groups, stakeholders and indicators.
// Field names are those of the chain's computations in shared/impact.
import type * as Y from 'yjs'
import { z } from 'zod'
import { dayNumber } from '../impact/dates'
import { directions, elementTypes, frequencies, horizons, largestMeasure, risks } from '../impact/input'
import { localOrigin } from './control'
import { byOrder } from './order'
import type { RecordView } from './recordView'
import { openSharedText, type SharedText } from './sharedText'
import { softTable, undoSoftTables, viewSoft, type SoftTable } from './softTable'

const id = z.string().min(1).max(64)
const order = z.string().min(1).max(200)
const text = z.string().catch('')
const ids = z.array(z.string()).catch([])
/** `YYYY-MM-DD`, or empty. */
const day = z
  .string()
  .refine((value) => value === '' || dayNumber(value) !== null)
  .catch('')
const measuredValue = z.number().min(-largestMeasure).max(largestMeasure)
const point = z.object({ value: measuredValue, date: day }).nullable().catch(null)

const element = z.object({
  id,
  order,
  type: z.enum(elementTypes),
  horizon: z.enum(horizons).nullable().catch(null),
  title: text,
  description: text,
  targetGroupIds: ids,
  sdg: ids,
  negative: z.boolean().catch(false),
  source: z.object({ page: z.string(), id: z.string() }).nullable().catch(null),
})
export type ChainElement = Readonly<z.infer<typeof element>>

const link = z.object({ id, order, from: id, to: id, assumptionIds: ids })
export type ChainLink = Readonly<z.infer<typeof link>>

const assumption = z.object({ id, order, text, risk: z.enum(risks).catch('medium'), test: text })
export type Assumption = Readonly<z.infer<typeof assumption>>

const targetGroup = z.object({
  id,
  order,
  name: text,
  kind: z.enum(['primary', 'secondary']).catch('primary'),
})
export type TargetGroup = Readonly<z.infer<typeof targetGroup>>

const stakeholder = z.object({ id, order, name: text, role: text })
export type Stakeholder = Readonly<z.infer<typeof stakeholder>>

const indicator = z.object({
  id,
  order,
  elementId: z.string().catch(''),
  name: text,
  unit: text,
  direction: z.enum(directions).catch('increase'),
  baseline: point,
  /** As typed, also while there is no value for it. */
  baselineDate: day,
  baselineNotApplicable: z.boolean().catch(false),
  target: point,
  targetDate: day,
  source: text,
  responsible: text,
  frequency: z.enum(frequencies).catch('quarter'),
  disaggregation: ids,
  measurements: z.array(z.object({ id, date: day, value: measuredValue })),
})
export type Indicator = Readonly<z.infer<typeof indicator>>

/** One line of the optional social return on investment. Amounts in öre, rates in basis points. */
const sroiLine = z.object({
  id,
  order,
  outcome: z.string().catch(''),
  quantity: z.number().int().catch(0),
  proxySekOre: z.number().int().catch(0),
  years: z.number().int().catch(1),
  deadweightBp: z.number().int().catch(0),
  displacementBp: z.number().int().catch(0),
  attributionBp: z.number().int().catch(0),
  dropOffBp: z.number().int().catch(0),
  proxySource: text,
})
export type SroiLine = Readonly<z.infer<typeof sroiLine>>

export const chainTables = {
  elements: softTable('elements'),
  links: softTable('links'),
  assumptions: softTable('assumptions'),
  targetGroups: softTable('targetGroups'),
  stakeholders: softTable('stakeholders'),
  indicators: softTable('indicators'),
  sroiLines: softTable('sroiLines'),
} as const satisfies Record<string, SoftTable>
export type ChainTable = keyof typeof chainTables

/** Keys of each table that people type in together; they are shared texts, everything else is a plain value. */
export const chainTexts = {
  elements: ['title', 'description'],
  assumptions: ['text', 'test'],
  targetGroups: ['name'],
  stakeholders: ['name', 'role'],
  indicators: ['name', 'unit', 'source', 'responsible'],
  sroiLines: ['proxySource'],
} as const

const view =
  <T>(
    table: SoftTable,
    shape: z.ZodType<T>,
    prepare: (record: Record<string, unknown>) => Record<string, unknown> = (record) => record,
  ) =>
  (page: Y.Doc): RecordView<T> =>
    viewSoft(table, page, (recordId, record) => shape.parse({ ...prepare(record.toJSON()), id: recordId }))

export const viewElements = view(chainTables.elements, element, (record) => ({
  ...record,
  targetGroupIds: ticked(record, 'targetGroupIds'),
  sdg: ticked(record, 'sdg'),
}))
export const viewLinks = view(chainTables.links, link, (record) => ({
  ...record,
  assumptionIds: ticked(record, 'assumptionIds'),
}))
export const viewAssumptions = view(chainTables.assumptions, assumption)
export const viewTargetGroups = view(chainTables.targetGroups, targetGroup)
export const viewStakeholders = view(chainTables.stakeholders, stakeholder)
export const viewIndicators = view(chainTables.indicators, indicator, (record) => ({
  ...record,
  ...pointOf(record, 'baseline'),
  ...pointOf(record, 'target'),
  disaggregation: ticked(record, 'disaggregation'),
  measurements: measurementsOf(record),
}))
export const viewSroiLines = view(chainTables.sroiLines, sroiLine)

/** Lists of which each member is a key of its own, so that two people who tick two members at once keep both. */
export type TickedList = 'targetGroupIds' | 'sdg' | 'assumptionIds' | 'disaggregation'

function ticked(record: Record<string, unknown>, list: TickedList): string[] {
  const whole = record[list]
  const found = new Set<string>(
    Array.isArray(whole) ? whole.filter((each): each is string => typeof each === 'string') : [],
  )
  for (const key of Object.keys(record).sort()) {
    if (!key.startsWith(`${list}.`)) continue
    const member = key.slice(list.length + 1)
    if (record[key] === true) found.add(member)
    else found.delete(member)
  }
  return [...found]
}

/** The key under which a member of a list is ticked (true) or not (false). */
export function tickKey(list: TickedList, member: string): string {
  return `${list}.${member}`
}

/** Value and date are keys of their own where somebody has typed them, beside the pair that a template may bring. */
function pointOf(record: Record<string, unknown>, name: 'baseline' | 'target'): Record<string, unknown> {
  const whole = point.parse(record[name] ?? null)
  const value = `${name}.value` in record ? record[`${name}.value`] : whole?.value
  const date = day.parse(`${name}.date` in record ? record[`${name}.date`] : (whole?.date ?? ''))
  return { [name]: typeof value === 'number' ? { value, date } : null, [`${name}Date`]: date }
}

const measurementKey = 'measurement.'

/** Each measurement is a key of its own, so that two people adding one at once keep both. */
function measurementsOf(record: Record<string, unknown>): unknown[] {
  const found: { id: string; date: string; value: number }[] = []
  for (const [key, value] of Object.entries(record)) {
    if (!key.startsWith(measurementKey)) continue
    const sound = z.object({ date: day, value: measuredValue }).safeParse(value)
    if (sound.success) found.push({ id: key.slice(measurementKey.length), ...sound.data })
  }
  return found.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1))
}

/** Sets a measurement of an indicator; null takes it away. */
export function setMeasurement(
  page: Y.Doc,
  indicatorId: string,
  measurementId: string,
  measured: { date: string; value: number } | null,
): void {
  chainTables.indicators.set(page, indicatorId, { [measurementKey + measurementId]: measured ?? undefined })
}

/**
 * Takes elements away. Their links and indicators stay with them, unseen (see {@link linksBetween}), and come back when
 * they do.
 */
export function removeElements(page: Y.Doc, elementIds: readonly string[]): void {
  chainTables.elements.remove(page, elementIds)
}

/** The links that have both their ends; links of an element that is taken away wait for it. */
export function linksBetween(
  elements: readonly { id: string }[],
  links: readonly ChainLink[],
): readonly ChainLink[] {
  const there = new Set(elements.map((each) => each.id))
  return links.filter(({ from, to }) => there.has(from) && there.has(to))
}

const facts = (page: Y.Doc) => page.getMap<unknown>('chain')
const chainFacts = z.object({
  start: day,
  end: day,
  sroiOn: z.boolean().catch(false),
  discountRateBp: z.number().int().catch(350),
  /** öre */
  valueOfInputs: z.number().int().catch(0),
})
export type ChainFacts = Readonly<z.infer<typeof chainFacts>>

export function readChainFacts(page: Y.Doc): ChainFacts {
  return Object.freeze(chainFacts.parse(facts(page).toJSON()))
}

export function setChainFacts(page: Y.Doc, change: Partial<ChainFacts>): void {
  page.transact(
    () => Object.entries(change).forEach(([key, value]) => facts(page).set(key, value)),
    localOrigin,
  )
}

/** Runs `changed` whenever the facts or the need may have changed. */
export function watchChainFacts(page: Y.Doc, changed: () => void): () => void {
  facts(page).observe(changed)
  page.getText('need').observe(changed)
  return () => {
    facts(page).unobserve(changed)
    page.getText('need').unobserve(changed)
  }
}

/** The need that the chain answers, which people type in together. */
export function chainNeed(page: Y.Doc): SharedText {
  return openSharedText(page.getText('need'))
}

/** Keys without which a record can't be read, and texts: undo never takes them from a record. */
const needed = ['order', 'type', 'from', 'to', 'elementId', ...Object.values(chainTexts).flat()]

/** Undo and redo of this person's own changes to the chain. */
export function chainUndo(page: Y.Doc): Y.UndoManager {
  const beside = [facts(page), page.getText('need')] as unknown as Y.AbstractType<unknown>[]
  return undoSoftTables(page, Object.values(chainTables), needed, beside)
}

/** Records in the order in which people put them. */
export function inOrder<T extends { id: string; order: string }>(records: readonly T[]): T[] {
  return [...records].sort(byOrder)
}
