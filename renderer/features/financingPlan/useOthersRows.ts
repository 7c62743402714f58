// What others change, told politely to those who cannot see it; and what they delete while one writes in it.
import { useEffect, useRef, useState } from 'react'
import { watchOthersRows } from '../../../shared/document/planChanges'
import { titleOf, type PlanRow } from '../../../shared/document/planRows'
import type { Room } from '../../document/session'
import { useFormat } from '../../ui/format'
import { textOf, useText } from '../../ui/language'
import { toast } from '../../ui/toast'
import type { PlanActions } from './planActions'
import type { Plan } from './usePlan'

/** At most one sentence in so many ms. */
const every = 5000

/** The sentence for a polite live region; empty at first. */
export function useOthersRows(room: Room, plan: Plan): string {
  const t = useText('financingPlan')
  const format = useFormat()
  const [sentence, setSentence] = useState('')
  const latest = useRef(plan)
  useEffect(() => {
    latest.current = plan
  })
  useEffect(() => {
    const rows = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    let told = 0
    const tell = () => {
      timer = undefined
      told = Date.now()
      const names = [...rows].map((id) => {
        const row = latest.current.byId.get(id)
        return row ? titleOf(row) || t('row.untitled') : t('announce.deleted')
      })
      setSentence(t('announce.changed', { rows: format.list([...new Set(names)].slice(0, 4)) }))
      rows.clear()
    }
    const stop = watchOthersRows(room.doc, (_table, ids) => {
      ids.forEach((id) => rows.add(id))
      timer ??= setTimeout(tell, Math.max(1000, every - (Date.now() - told)))
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [room, t, format])
  return sentence
}

/** When somebody else deletes the row that one is in, it says so and offers the row with all its words. */
export function useDeletedUnderway(plan: Plan, rowId: string | null, actions: PlanActions): void {
  const seen = useRef<PlanRow | null>(null)
  useEffect(() => {
    const last = seen.current
    const isGone = last !== null && !plan.byId.has(last.row.id)
    seen.current = rowId === null ? null : (plan.byId.get(rowId) ?? null)
    if (!isGone || actions.hasRemoved(last.row.id)) return
    const t = textOf('financingPlan')
    toast({
      text: t('toast.goneWhileTyping'),
      kind: 'problem',
      action: { label: t('toast.bringBack'), onAction: () => actions.bringBack(last) },
    })
  }, [plan, rowId, actions])
}
