// What others changed, told to those who cannot see it: politely, in one sentence, not too often.
import { useEffect, useState } from 'react'
import type { Room } from '../../document/session'
import { useFormat } from '../../ui/format'
import { useText } from '../../ui/language'
import {
  viewElements,
  viewIndicators,
  viewLinks,
  type ChainTable,
} from '../../../shared/document/impactChain'
import { watchOthersChain } from '../../../shared/document/impactChainEdit'
import { stepOf } from '../../../shared/impact/steps'
import { useView } from '../../document/hooks'
import type { Places } from './places'

/** At most one sentence in so many ms. */
const every = 5000

/** The sentence to put in a polite live region; empty at first. */
export function useOthersChanges(room: Room, places: Places): string {
  const t = useText('impactChain')
  const format = useFormat()
  const elements = useView(room, viewElements)
  const links = useView(room, viewLinks)
  const indicators = useView(room, viewIndicators)
  const [sentence, setSentence] = useState('')
  useEffect(() => {
    const where = new Set<string>()
    const names = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    let told = 0
    const tell = () => {
      timer = undefined
      told = Date.now()
      const who = names.size > 0 ? format.list([...names]) : t('announce.someone')
      setSentence(t('announce.changed', { who, where: format.list([...where]) }))
      where.clear()
      names.clear()
    }
    const place = (table: ChainTable, id: string): { words: string; at: string } => {
      const elementId =
        table === 'elements'
          ? id
          : table === 'indicators'
            ? indicators.record(id)?.elementId
            : links.record(id)?.to
      const element = elements.record(elementId ?? '')
      if (!element) return { words: t('announce.chain'), at: 'need' }
      return { words: t(`step.${stepOf(element)}.title`), at: `element:${element.id}` }
    }
    const stop = watchOthersChain(room.doc, (table, ids) => {
      for (const id of ids) {
        const { words, at } = place(table, id)
        where.add(words)
        const here = table === 'links' ? [...places.at(`link:${id}`), ...places.at(at)] : places.at(at)
        for (const who of here) names.add(who.name)
      }
      if (where.size > 0) timer ??= setTimeout(tell, Math.max(1000, every - (Date.now() - told)))
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [room, elements, links, indicators, places, t, format])
  return sentence
}
