// What others changed, told to those who cannot see it: politely, in one sentence, not too often.
import { useEffect, useState } from 'react'
import type { Room } from '../../document/session'
import { useFormat } from '../../ui/format'
import { useText } from '../../ui/language'
import {
  watchOthersChanges,
  type BlockKey,
  type BusinessModelNote,
} from '../../../shared/document/businessModel'
import type { RecordView } from '../../../shared/document/recordView'
import type { Places } from './places'

/** At most one sentence in so many ms. */
const every = 5000

/** The sentence to put in a polite live region; empty at first. */
export function useOthersChanges(room: Room, view: RecordView<BusinessModelNote>, places: Places): string {
  const t = useText('businessModel')
  const format = useFormat()
  const [sentence, setSentence] = useState('')
  useEffect(() => {
    const blocks = new Set<BlockKey>()
    const names = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    let told = 0
    const tell = () => {
      timer = undefined
      told = Date.now()
      const who = names.size > 0 ? format.list([...names]) : t('announce.someone')
      const where = format.list([...blocks].map((block) => t(`block.${block}.title`)))
      setSentence(t('announce.changed', { who, blocks: where }))
      blocks.clear()
      names.clear()
    }
    const stop = watchOthersChanges(room.doc, (ids) => {
      for (const id of ids) {
        const note = view.record(id)
        if (note) blocks.add(note.block)
        for (const writer of places.inNote(id)) names.add(writer.name)
      }
      if (blocks.size > 0) timer ??= setTimeout(tell, Math.max(1000, every - (Date.now() - told)))
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [room, view, places, t, format])
  return sentence
}
