import { stepOf } from '../../../../shared/impact/steps'
import type { ChainElement } from '../../../../shared/document/impactChain'
import { useText } from '../../../ui/language'
import { useChainData } from '../chainContext'
import { useNames } from '../useNames'

/** What a screen reader says of an element in the drawing: what it is, how it is linked, what was found. */
export function useElementWords(element: ChainElement): string {
  const t = useText('impactChain')
  const names = useNames()
  const data = useChainData()
  const findings = data.findingsAt.get(`element:${element.id}`)?.length ?? 0
  const from = data.linksInto(element.id).map((link) => names.element(data.element(link.from)))
  const to = data.linksOutOf(element.id).map((link) => names.element(data.element(link.to)))
  return [
    names.element(element),
    t(`step.${stepOf(element)}.one`),
    element.negative && t('element.negativeWord'),
    from.length > 0 && t('link.from', { name: from.join(', ') }),
    to.length > 0 && t('link.to', { name: to.join(', ') }),
    findings > 0 && t('findings.count', { count: findings }),
  ]
    .filter(Boolean)
    .join('. ')
}
