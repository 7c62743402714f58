import { useLayoutEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import { openTitle, type PlanRow } from '../../../shared/document/planRows'
import { useSharedText } from '../../document/useSharedText'
import { usePlanPage } from './planContext'
import type { ValueEditorProps } from './ValueEditor'
import css from './grid.module.css'

interface TitleEditorProps extends Pick<ValueEditorProps, 'label' | 'begins' | 'finish'> {
  planRow: PlanRow
}

/** A row's title while this person writes in it. Others may write in it too, and both keep their words. */
export function TitleEditor({ planRow, label, begins, finish }: TitleEditorProps) {
  const { room, tell, undo } = usePlanPage()
  const { table } = planRow
  const { id } = planRow.row
  const field = useRef<HTMLTextAreaElement>(null)
  const isDone = useRef(false)
  const shared = useMemo(() => openTitle(room.doc, table, id), [room, table, id])
  const restore = useRef<() => void>(undefined)
  useSharedText(field, shared, () => tell({ row: id, key: 'title', typing: true }))

  useLayoutEffect(() => {
    restore.current ??= undo.mark()
    const element = field.current
    element?.focus()
    if (begins === 'over') element?.select()
    else element?.setSelectionRange(element.value.length, element.value.length)
  }, [begins, undo])

  const leave = (next: Parameters<typeof finish>[0]) => {
    isDone.current = true
    undo.separate()
    finish(next)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.ctrlKey || event.metaKey) return
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      restore.current?.()
      leave('stay')
    } else if (event.key === 'Enter') {
      event.preventDefault()
      leave(event.shiftKey ? 'above' : 'below')
    } else if (event.key === 'Tab') {
      event.preventDefault()
      leave(event.shiftKey ? 'back' : 'onward')
    }
  }
  return (
    <textarea
      ref={field}
      className={css.titleField}
      aria-label={label}
      dir="auto"
      rows={1}
      spellCheck
      enterKeyHint="next"
      data-shared-text
      onKeyDown={onKeyDown}
      onBlur={() => {
        if (!isDone.current && document.hasFocus()) leave('elsewhere')
      }}
    />
  )
}
