import { useMemo } from 'react'
import { useText, type Text } from '../../ui/language'
import type { ChainElement, ChainLink } from '../../../shared/document/impactChain'
import type { ChainData } from './chainData'

export interface Names {
  /** An element's title, or words for one that has none yet. */
  element(element: Pick<ChainElement, 'title'> | undefined): string
  /** `A → B` in words. */
  link(link: ChainLink, data: Pick<ChainData, 'element'>): string
}

function namesOf(t: Text): Names {
  const element: Names['element'] = (each) => each?.title.trim().slice(0, 80) || t('untitled')
  return {
    element,
    link: (link, data) =>
      t('link.name', { from: element(data.element(link.from)), to: element(data.element(link.to)) }),
  }
}

export function useNames(): Names {
  const t = useText('impactChain')
  return useMemo(() => namesOf(t), [t])
}
