// Where on the page something can be done about a finding.
import type { Finding } from '../checks/finding'
import type { ImpactInput } from './input'
import { needId } from './layout'

export type FindingPlace =
  | { readonly kind: typeof needId }
  | { readonly kind: 'step'; readonly id: 'impact' | 'short' }
  | { readonly kind: 'element'; readonly id: string }
  | { readonly kind: 'link'; readonly id: string }
  /** `element` is the one that the indicator measures. */
  | { readonly kind: 'indicator'; readonly id: string; readonly element: string }
  /** `link` is the first that rests on the assumption; null when none does. */
  | { readonly kind: 'assumption'; readonly id: string; readonly link: string | null }
  | { readonly kind: 'targetGroup'; readonly id: string }

const aboutIndicators = ['14', '15', '16', '17', '18', '19', '20', '21', '22', '31'].map(
  (each) => `IC-${each}`,
)
const aboutLinks = ['IC-09', 'IC-10', 'IC-26']

/** Ids may be the same in different lists, so the rule says in which list a finding's target stands. */
export function placeOfFinding(
  { code, target }: Finding,
  { indicators, links }: Pick<ImpactInput, 'indicators' | 'links'>,
): FindingPlace {
  if (code === 'IC-01') return { kind: needId }
  if (code === 'IC-02') return { kind: 'step', id: 'impact' }
  if (code === 'IC-30') return { kind: 'step', id: 'short' }
  if (code === 'IC-24') return { kind: 'targetGroup', id: target }
  if (code === 'IC-25') {
    const link = links.find((each) => each.assumptionIds.includes(target))
    return { kind: 'assumption', id: target, link: link?.id ?? null }
  }
  if (aboutLinks.includes(code)) return { kind: 'link', id: target }
  if (aboutIndicators.includes(code)) {
    const indicator = indicators.find((each) => each.id === target)
    return { kind: 'indicator', id: target, element: indicator?.elementId ?? '' }
  }
  return { kind: 'element', id: target }
}

/** The mark in the drawing that shows the finding: an element's or a link's key, or null. */
export function markedBy(place: FindingPlace): string | null {
  switch (place.kind) {
    case 'need':
      return needId
    case 'element':
      return `element:${place.id}`
    case 'indicator':
      return `element:${place.element}`
    case 'link':
      return `link:${place.id}`
    case 'assumption':
      return place.link === null ? null : `link:${place.link}`
    default:
      return null
  }
}
