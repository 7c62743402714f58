// What the links are judged by: the content of a session's canvases as plain data, each page with its name.
import type { FinancingInput } from '../financing/input'
import type { ImpactInput } from '../impact/input'
import type { CheckedNote } from '../businessModel/checkBusinessModel'
import type { BlockKey, Layout } from '../document/businessModel'
import type { Link, ThingKind } from './link'

export interface PageName {
  readonly id: string
  readonly title: string
}

export interface ModelContent {
  readonly kind: 'businessModel'
  readonly page: PageName
  readonly layout: Layout
  /** In their order within each block. */
  readonly notes: readonly CheckedNote[]
}

export interface ChainContent {
  readonly kind: 'impactChain'
  readonly page: PageName
  readonly input: ImpactInput
}

export interface PlanContent {
  readonly kind: 'financingPlan'
  readonly page: PageName
  readonly input: FinancingInput
}

export type PageContent = ModelContent | ChainContent | PlanContent

/** The session's canvases in use, in their order, and the links between them. */
export interface SessionCanvases {
  readonly pages: readonly PageContent[]
  readonly links: readonly Link[]
}

export const modelsOf = (pages: readonly PageContent[]) =>
  pages.filter((each) => each.kind === 'businessModel')
export const chainsOf = (pages: readonly PageContent[]) => pages.filter((each) => each.kind === 'impactChain')
export const plansOf = (pages: readonly PageContent[]) =>
  pages.filter((each) => each.kind === 'financingPlan')

/** Something on a canvas that has a name. */
export interface Thing {
  readonly page: string
  readonly id: string
  /** What it is as an end of a link; null for what is not linked. */
  readonly kind: ThingKind | null
  /** Empty while nobody has named it. */
  readonly title: string
}

const noteKinds: Partial<Record<BlockKey, ThingKind>> = {
  revenue: 'revenueNote',
  costs: 'costNote',
  impactMeasures: 'measureNote',
}

/** What a note of a block is as an end of a link; null when notes of that block are not linked. */
export function kindOfNote(block: BlockKey): ThingKind | null {
  return noteKinds[block] ?? null
}

/** All things of a page, in their order. */
export function thingsOf(content: PageContent): Thing[] {
  const page = content.page.id
  if (content.kind === 'businessModel')
    return content.notes.map(({ id, block, text }) => ({
      page,
      id,
      kind: kindOfNote(block),
      title: text.trim(),
    }))
  if (content.kind === 'impactChain')
    return [
      ...content.input.elements.map(({ id, type, title }) => ({
        page,
        id,
        kind: type === 'activity' ? ('activity' as const) : null,
        title: title.trim(),
      })),
      ...content.input.indicators.map(({ id, name }) => ({
        page,
        id,
        kind: 'indicator' as const,
        title: name.trim(),
      })),
    ]
  const { personnel, fixedCosts, variableCosts, sources } = content.input
  return [
    ...sources.map(({ id, funder }) => ({ page, id, kind: 'source' as const, title: funder.trim() })),
    ...[...personnel, ...fixedCosts, ...variableCosts].map(({ id, title }) => ({
      page,
      id,
      kind: 'cost' as const,
      title: title.trim(),
    })),
  ]
}
