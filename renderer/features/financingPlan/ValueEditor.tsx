import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { PlanRow } from '../../../shared/document/planRows'
import { useText } from '../../ui/language'
import { toast } from '../../ui/toast'
import { editValue, readCell } from './cellText'
import type { Cell } from './gridCells'
import { usePlanPage } from './planContext'
import css from './grid.module.css'

export interface ValueEditorProps {
  planRow: PlanRow
  cell: Extract<Cell, { kind: 'value' }>
  /** The row and the column. */
  label: string
  begins: 'on' | 'over'
  /** Where the keyboard goes then; `stay` after Escape. */
  finish: (next: 'below' | 'above' | 'onward' | 'back' | 'stay' | 'elsewhere') => void
}

/** A number while it is being written. What can't be read is not kept, and nothing is lost of what stood there. */
export function ValueEditor({ planRow, cell, label, begins, finish }: ValueEditorProps) {
  const t = useText('financingPlan')
  const { actions, locale } = usePlanPage()
  const [text, setText] = useState(() => editValue(cell.format, cell.value, locale))
  const [problem, setProblem] = useState<'unreadable' | 'outOfRange' | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const problemId = useId()
  const isDone = useRef(false)
  const [beginning] = useState(text)

  useLayoutEffect(() => {
    const element = field.current
    element?.focus()
    if (begins === 'over') element?.select()
    else element?.setSelectionRange(element.value.length, element.value.length)
  }, [begins])

  /** False when it can't be kept as it is. */
  const keep = (written: string): boolean => {
    if (written === beginning) return true
    const read = readCell(planRow, cell, written, locale)
    if ('problem' in read) {
      setProblem(read.problem)
      return false
    }
    actions.setCells([read.change])
    return true
  }
  const leave = (next: Parameters<typeof finish>[0]) => {
    isDone.current = true
    finish(next)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      return leave('stay')
    }
    const next =
      event.key === 'Enter'
        ? event.shiftKey
          ? 'above'
          : 'below'
        : event.key === 'Tab'
          ? event.shiftKey
            ? 'back'
            : 'onward'
          : begins === 'over' && event.key === 'ArrowDown'
            ? 'below'
            : begins === 'over' && event.key === 'ArrowUp'
              ? 'above'
              : null
    if (next === null) return
    event.preventDefault()
    if (keep(event.currentTarget.value)) leave(next)
  }
  const onBlur = () => {
    if (isDone.current || !document.hasFocus()) return
    if (!keep(text)) toast({ text: t('toast.notRead', { text: text.slice(0, 40) }), kind: 'problem' })
    leave('elsewhere')
  }
  return (
    <span className={css.editor}>
      <input
        ref={field}
        className={css.valueField}
        aria-label={label}
        aria-invalid={problem !== null}
        {...(problem && { 'aria-describedby': problemId })}
        inputMode={cell.format === 'count' ? 'numeric' : 'decimal'}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="next"
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setProblem(null)
        }}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      />
      {problem && (
        <span id={problemId} role="alert" className={css.problem}>
          {t(`problem.${problem}.${cell.format}`)}
        </span>
      )}
    </span>
  )
}
