import { useLayoutEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import { openNoteText, type BusinessModelNote } from '../../../shared/document/businessModel'
import { useText } from '../../ui/language'
import { useCanvas, useWriters } from './canvasContext'
import { NoteText } from './NoteText'
import { isEnter, useEnterOfTouchKeyboards } from './enterKey'
import { lastLeaving } from './lastLeaving'
import { useSharedText } from '../../document/useSharedText'
import css from './note.module.css'

interface NoteEditorProps {
  note: BusinessModelNote
  /** Changes whenever the note may have been put elsewhere on the page. */
  neighbours: string
}

/** A note's text while this person writes in it. Others may write in it too. */
export function NoteEditor({ note, neighbours }: NoteEditorProps) {
  const t = useText('businessModel')
  const { room, tell, caretRef, stopEditing, actions } = useCanvas()
  const field = useRef<HTMLTextAreaElement>(null)
  const shared = useMemo(() => openNoteText(room.doc, note.id), [room, note.id])
  const writers = useWriters(note.id)
  const text = useSharedText(field, shared, (at) => {
    caretRef.current = field.current?.selectionEnd ?? at
    tell({ note: note.id, block: note.block, typing: true, caret: at })
  })

  useLayoutEffect(() => {
    const element = field.current
    if (!element) return
    const at = caretRef.current ?? element.value.length
    element.focus({ preventScroll: caretRef.current !== null })
    element.setSelectionRange(at, at)
    // Undo from a menu or by shaking a phone.
    const onHistory = (event: InputEvent) => {
      if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return
      event.preventDefault()
      if (event.inputType === 'historyUndo') actions.undo()
      else actions.redo()
    }
    element.addEventListener('beforeinput', onHistory)
    return () => element.removeEventListener('beforeinput', onHistory)
  }, [actions, caretRef])

  // When somebody else moves the note, the browser or the list takes the focus away: then it is taken back.
  const placedAt = useRef(0)
  useLayoutEffect(() => {
    placedAt.current = performance.now()
    if (document.activeElement === document.body) field.current?.focus()
  }, [neighbours])

  useEnterOfTouchKeyboards(field, () => stopEditing(true))
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' || isEnter(event)) {
      event.preventDefault()
      event.stopPropagation()
      stopEditing(true)
    }
  }
  const onBlur = () => {
    const isJustPlaced = performance.now() - placedAt.current < 1000 && lastLeaving() < placedAt.current
    // At once, so that no letter goes astray.
    if (isJustPlaced) return queueMicrotask(() => field.current?.focus())
    setTimeout(() => {
      if (field.current && document.activeElement !== field.current && document.hasFocus()) stopEditing(false)
    })
  }

  return (
    <div className={css.stack}>
      <div className={css.mirror} dir="auto" aria-hidden="true">
        <NoteText text={text} writers={writers} />
        {'\u200b'}
      </div>
      <textarea
        ref={field}
        className={css.field}
        aria-label={t('note.label')}
        dir="auto"
        lang={note.language || undefined}
        rows={1}
        spellCheck
        enterKeyHint="done"
        data-shared-text
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        onPointerDown={(event) => event.stopPropagation()}
      />
    </div>
  )
}
