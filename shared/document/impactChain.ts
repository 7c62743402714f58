// An impact-chain page: elements and links between them, with assumptions, target groups, stakeholders and indicators.
// Field names are those of the chain's computations in shared/impact.
import type * as Y from 'yjs'
import { z } from 'zod'
import { directions, elementTypes, frequencies, horizons, risks } from '../impact/input'
import { localOrigin } from './control'
import { byOrder } from './order'
import { recordTable, undoTables, type RecordTable } from './recordTable'
import { viewRecords, type RecordView } from './recordView'
import { openSharedText, type SharedText } from './sharedText'

const id = z.string().min(1).max(64)
const order = z.string().min(1).max(200)
const text = z.string().catch('')
const ids = z.array(z.string()).catch([])
/** `YYYY-MM-DD`, or empty. */
const day = z
  .string()
  .regex(/^(\d{4}-\d{2}-\d{2})?$/)
  .catch('')
const point = z.object({ value: z.number(), date: day }).nullable().catch(null)

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
  baselineNotApplicable: z.boolean().catch(false),
  target: point,
  source: text,
  responsible: text,
  frequency: z.enum(frequencies).catch('quarter'),
  disaggregation: ids,
  measurements: z.array(z.object({ id, date: day, value: z.number() })),
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
  elements: recordTable('elements'),
  links: recordTable('links'),
  assumptions: recordTable('assumptions'),
  targetGroups: recordTable('targetGroups'),
  stakeholders: recordTable('stakeholders'),
  indicators: recordTable('indicators'),
  sroiLines: recordTable('sroiLines'),
} as const satisfies Record<string, RecordTable>

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
    table: RecordTable,
    shape: z.ZodType<T>,
    prepare: (record: Record<string, unknown>) => Record<string, unknown> = (record) => record,
  ) =>
  (page: Y.Doc): RecordView<T> =>
    viewRecords(table.container(page), (recordId, record) =>
      shape.parse({ ...prepare(record.toJSON()), id: recordId }),
    )

export const viewElements = view(chainTables.elements, element)
export const viewLinks = view(chainTables.links, link)
export const viewAssumptions = view(chainTables.assumptions, assumption)
export const viewTargetGroups = view(chainTables.targetGroups, targetGroup)
export const viewStakeholders = view(chainTables.stakeholders, stakeholder)
export const viewIndicators = view(chainTables.indicators, indicator, (record) => ({
  ...record,
  measurements: measurementsOf(record),
}))
export const viewSroiLines = view(chainTables.sroiLines, sroiLine)

const measurementKey = 'measurement.'

/** Each measurement is a key of its own, so that two people adding one at once keep both. */
function measurementsOf(record: Record<string, unknown>): unknown[] {
  const found: { id: string; date: string; value: number }[] = []
  for (const [key, value] of Object.entries(record)) {
    if (!key.startsWith(measurementKey)) continue
    const sound = z.object({ date: day, value: z.number() }).safeParse(value)
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

/** Takes elements away together with their links; undo brings both back. */
export function removeElements(page: Y.Doc, elementIds: readonly string[]): void {
  const gone = new Set(elementIds)
  page.transact(() => {
    const links: string[] = []
    chainTables.links.container(page).forEach((record, linkId) => {
      if (gone.has(String(record.get('from'))) || gone.has(String(record.get('to')))) links.push(linkId)
    })
    chainTables.links.remove(page, links)
    chainTables.elements.remove(page, elementIds)
  }, localOrigin)
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

/** Undo and redo of this person's own changes to the chain. */
export function chainUndo(page: Y.Doc): Y.UndoManager {
  return undoTables(page, Object.values(chainTables), [
    facts(page),
    page.getText('need'),
  ] as unknown as Y.AbstractType<unknown>[])
}

/** Records in the order in which people put them. */
export function inOrder<T extends { id: string; order: string }>(records: readonly T[]): T[] {
  return [...records].sort(byOrder)
}
