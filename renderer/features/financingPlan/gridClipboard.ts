// Copy, cut and paste between the grid and spreadsheets. Through the events themselves, which work on plain http too.
import { useEffect, useRef, type RefObject } from 'react'
import type { PlanTable } from '../../../shared/document/financingPlan'
import { newSourceValues, titleOf, type PlanRow } from '../../../shared/document/planRows'
import { viewOf } from './viewOf'
import { useText } from '../../ui/language'
import { toast } from '../../ui/toast'
import { clearArea, copyArea, pasteInto, type GridTable } from './gridEdits'
import { usePlanPage } from './planContext'
import { rowWords } from './rowWords'
import { readTsv, writeTsv } from './tsv'

export function useGridClipboard(root: RefObject<HTMLElement | null>, table: GridTable): void {
  const t = useText('financingPlan')
  const { room, actions, canWrite, locale } = usePlanPage()
  const latest = useRef({ t, room, actions, canWrite, locale, table })
  useEffect(() => {
    latest.current = { t, room, actions, canWrite, locale, table }
  })

  useEffect(() => {
    /** In a field the browser does it. */
    const isInGrid = (event: Event) =>
      event.target instanceof HTMLElement &&
      !event.target.closest('input, textarea') &&
      root.current?.contains(document.activeElement) === true
    const onCopy = (event: ClipboardEvent) => {
      const now = latest.current
      if (!isInGrid(event) || !event.clipboardData) return
      event.preventDefault()
      const nameOf = (id: string) => {
        const found = now.table.plan.byId.get(id)
        return found ? titleOf(found) : ''
      }
      const cells = copyArea(
        now.table,
        now.locale,
        (row) =>
          Object.values(rowWords(row, now.t, nameOf))
            .filter(Boolean)
            .join(', '),
        (name) => now.t(`line.${name}`),
      )
      event.clipboardData.setData('text/plain', writeTsv(cells))
      if (event.type === 'cut' && now.canWrite) clearArea(now.table, now.actions, now.room)
    }
    const onPaste = (event: ClipboardEvent) => {
      const now = latest.current
      if (!isInGrid(event) || !event.clipboardData || !now.canWrite) return
      event.preventDefault()
      const rows = readTsv(event.clipboardData.getData('text/plain'))
      const addRow = (group: PlanTable, title: string): PlanRow | null => {
        const values = group === 'sources' ? newSourceValues('grant') : {}
        const id = now.actions.add(group, { title, values })
        return id === null ? null : viewOf(now.room, group, id)
      }
      const { unread } = pasteInto(now.table, rows, now, addRow)
      if (unread > 0) toast({ text: now.t('toast.pasteUnread', { count: unread }), kind: 'problem' })
    }
    /** Safari asks first whether there is anything to copy. */
    const onBefore = (event: Event) => {
      if (isInGrid(event)) event.preventDefault()
    }
    const listened = [
      ['copy', onCopy],
      ['cut', onCopy],
      ['paste', onPaste],
      ['beforecopy', onBefore],
      ['beforecut', onBefore],
      ['beforepaste', onBefore],
    ] as [string, EventListener][]
    for (const [name, listener] of listened) document.addEventListener(name, listener)
    return () => {
      for (const [name, listener] of listened) document.removeEventListener(name, listener)
    }
  }, [root])
}
