import type { ThingKind } from '../../../shared/links/link'

const pageKinds: Record<ThingKind, string> = {
  revenueNote: 'businessModel',
  costNote: 'businessModel',
  measureNote: 'businessModel',
  activity: 'impactChain',
  indicator: 'impactChain',
  source: 'financingPlan',
  cost: 'financingPlan',
}

/** The kind of page that things of a kind are on. */
export function pageKindOf(kind: ThingKind): string {
  return pageKinds[kind]
}
