// A whole chain into a page, for examples and templates.
import type * as Y from 'yjs'
import type { ImpactInput } from '../impact/input'
import { chainNeed, chainTables, chainTexts, setChainFacts, setMeasurement } from './impactChain'
import type { NewRecord, PlainValue } from './recordTable'

type FilledTable = Exclude<keyof typeof chainTables, 'sroiLines'>
const filledTables: readonly FilledTable[] = [
  'targetGroups',
  'stakeholders',
  'elements',
  'links',
  'assumptions',
  'indicators',
]

/** Types a chain into an empty page, with the records' own ids. Every text is there, also the empty ones. */
export function fillChain(page: Y.Doc, input: ImpactInput): void {
  setChainFacts(page, { start: input.start ?? '', end: input.end ?? '' })
  if (input.need !== '') chainNeed(page).change([{ at: 0, remove: 0, insert: input.need }])
  for (const table of filledTables)
    chainTables[table].add(
      page,
      input[table].map((record) => recordOf(table, record)),
    )
  for (const { id, measurements } of input.indicators)
    measurements.forEach((measured, at) => setMeasurement(page, id, `m${at + 1}`, measured))
}

function recordOf(table: FilledTable, { id, ...keys }: { id: string }): NewRecord {
  const typed: readonly string[] = table === 'links' ? [] : chainTexts[table]
  const texts: Record<string, string> = Object.fromEntries(typed.map((key) => [key, '']))
  const values: Record<string, PlainValue> = {}
  for (const [key, value] of Object.entries(keys) as [string, PlainValue][]) {
    if (typed.includes(key)) texts[key] = String(value ?? '')
    else if (value !== null && key !== 'measurements') values[key] = value
  }
  return { id, texts, values }
}
