// Advice about a business model. It never blocks anything.
import type { BlockKey, Layout, NoteState } from '../document/businessModel'
import { blocksOf } from './layouts'

export interface CheckedNote {
  readonly id: string
  readonly block: BlockKey
  readonly text: string
  readonly state?: NoteState
}

export interface BusinessModelInput {
  readonly layout: Layout
  readonly notes: readonly CheckedNote[]
  /** The plan's rows, each with the notes it is linked to. Without a plan (left out or null) BM-04 is not told. */
  readonly financingRows?: readonly { readonly id: string; readonly notes: readonly string[] }[] | null
  /** The chain's indicators, each with the notes it measures. null: there is no chain yet, and BM-05 is not told. */
  readonly indicators?: readonly { readonly id: string; readonly notes: readonly string[] }[] | null
}

export const findingCodes = ['BM-01', 'BM-02', 'BM-03', 'BM-04', 'BM-05', 'BM-06'] as const
export type FindingCode = (typeof findingCodes)[number]

export interface Finding {
  readonly code: FindingCode
  /** The block where something can be done about it. */
  readonly block: BlockKey
  /** The note it is about, or null when it is about the block. */
  readonly note: string | null
}

/** The findings in the order of their codes, then of the notes. Empty and rejected notes count as not there. */
export function checkBusinessModel(input: BusinessModelInput): Finding[] {
  const shown = new Set(blocksOf(input.layout))
  const notes = input.notes.filter(
    (each) => each.text.trim() !== '' && each.state !== 'rejected' && shown.has(each.block),
  )
  const notesOf = (...blocks: BlockKey[]) => notes.filter((each) => blocks.includes(each.block))
  const has = (...blocks: BlockKey[]) => notesOf(...blocks).length > 0
  const linked = (things: readonly { readonly notes: readonly string[] }[]) =>
    new Set(things.flatMap((each) => each.notes))
  const findings: Finding[] = []
  const tell = (code: FindingCode, block: BlockKey, note: string | null = null) =>
    findings.push({ code, block, note })

  if (has('customer') && !has('valueCustomer')) tell('BM-01', 'valueCustomer')
  // In a cooperative the members are often those who pay.
  if (has('revenue') && !has('customer', 'members')) tell('BM-02', 'customer')
  if (has('beneficiary') && !has('valueSocial')) tell('BM-03', 'valueSocial')
  if (input.financingRows) {
    const withRow = linked(input.financingRows)
    for (const each of notesOf('costs', 'revenue'))
      if (!withRow.has(each.id)) tell('BM-04', each.block, each.id)
  }
  if (input.indicators !== null) {
    const withIndicator = linked(input.indicators ?? [])
    for (const each of notesOf('impactMeasures'))
      if (!withIndicator.has(each.id)) tell('BM-05', each.block, each.id)
  }
  if (shown.has('surplus') && notes.length > 0 && !has('surplus')) tell('BM-06', 'surplus')
  return findings
}
