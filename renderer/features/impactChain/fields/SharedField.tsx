import { useId, useLayoutEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import { useSharedText } from '../../../document/useSharedText'
import { joinClasses } from '../../../ui/joinClasses'
import { useText } from '../../../ui/language'
import { openChainText } from '../../../../shared/document/impactChainEdit'
import { chainNeed, type ChainTable } from '../../../../shared/document/impactChain'
import { useChain, useWriters } from '../chainContext'
import { takeFocus } from '../takeFocus'
import css from './fields.module.css'

export interface SharedFieldProps {
  label: string
  isLabelHidden?: boolean
  description?: string
  placeholder?: string
  /** Which text: a record's, or the need. */
  table: Exclude<ChainTable, 'links'> | 'need'
  id: string
  textKey: string
  /** One line that Enter ends; else Enter begins a new line. */
  isLine?: boolean
  /** The element or link it belongs to, for those who see who is where. */
  at?: string
  autoFocus?: boolean
  /** Enter in a line, or Escape. */
  onDone?: () => void
  className?: string
  lines?: number
}

/** A text that several people type in at once. It grows with what is written. */
export function SharedField(props: SharedFieldProps) {
  const { label, isLabelHidden, description, placeholder, table, id, textKey, isLine, at } = props
  const t = useText('impactChain')
  const { room, tell, canWrite, actions } = useChain()
  const fieldId = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const name = table === 'need' ? 'need' : `${table}/${id}/${textKey}`
  const shared = useMemo(
    () => (table === 'need' ? chainNeed(room.doc) : openChainText(room.doc, table, id, textKey)),
    [room, table, id, textKey],
  )
  const place = { ...(at !== undefined && { at }) }
  const text = useSharedText(field, shared, () => tell({ ...place, field: name }))
  const writers = useWriters(name)

  const takesFocus = useRef(props.autoFocus === true)
  useLayoutEffect(() => {
    const element = field.current
    if (!element || !takesFocus.current) return
    takesFocus.current = false
    element.setSelectionRange(element.value.length, element.value.length)
    return takeFocus(element)
  }, [])
  useLayoutEffect(() => {
    const element = field.current
    if (!element) return
    // Undo from a menu or by shaking a phone.
    const onHistory = (event: InputEvent) => {
      if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return
      event.preventDefault()
      if (event.inputType === 'historyUndo') actions.undo()
      else actions.redo()
    }
    element.addEventListener('beforeinput', onHistory)
    return () => element.removeEventListener('beforeinput', onHistory)
  }, [actions])

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    const isDone = event.key === 'Escape' || (isLine && event.key === 'Enter' && !event.shiftKey)
    if (!isDone) return
    if (event.key === 'Enter' || props.onDone) event.preventDefault()
    if (props.onDone) {
      event.stopPropagation()
      props.onDone()
    }
  }
  return (
    <div className={joinClasses(css.field, props.className)}>
      <label htmlFor={fieldId} className={isLabelHidden ? css.hidden : css.label}>
        {label}
      </label>
      <div className={css.stack} data-lines={props.lines} data-runs={!isLine || undefined}>
        <div className={css.mirror} dir="auto" aria-hidden="true">
          {text}
          {'\u200b'}
        </div>
        <textarea
          ref={field}
          id={fieldId}
          className={css.area}
          dir="auto"
          rows={1}
          spellCheck
          readOnly={!canWrite || !shared}
          placeholder={placeholder}
          aria-describedby={description ? `${fieldId}-help` : undefined}
          enterKeyHint={isLine ? 'done' : undefined}
          data-shared-text
          data-takes-focus={props.autoFocus || undefined}
          onKeyDown={onKeyDown}
          onBlur={() => tell(place)}
        />
      </div>
      {description && (
        <span id={`${fieldId}-help`} className={css.description}>
          {description}
        </span>
      )}
      {writers.map((who) => (
        <span key={who.clientId} className={css.writer} style={{ borderColor: who.color }}>
          {t('presence.typing', { name: who.name })}
        </span>
      ))}
    </div>
  )
}
