import { needId } from '../../../../shared/impact/layout'

/** What the panel beside the chain shows. */
export type Panel =
  | { readonly kind: 'element'; readonly id: string; readonly indicator?: string }
  | { readonly kind: 'link'; readonly id: string; readonly assumption?: string }
  | { readonly kind: 'findings' }
  | { readonly kind: 'about'; readonly targetGroup?: string }
  | { readonly kind: 'sroi' }

/** The element, link or need that a panel is about, as presence and marks name it; null when about none. */
export function placeOfPanel(panel: Panel | null): string | null {
  if (panel?.kind === 'element' || panel?.kind === 'link') return `${panel.kind}:${panel.id}`
  return panel?.kind === 'about' ? needId : null
}
