import { useState } from 'react'
import { useText } from '../../../ui/language'
import { TextField } from '../../../ui/TextField'
import { editValue, parseValue } from '../cellText'
import type { Format } from '../gridCells'
import { usePlanPage } from '../planContext'

interface NumberFieldProps {
  label: string
  description?: string
  format: Format
  value: number | null
  least?: number
  most?: number
  /** What an empty field means; without it an empty field is not kept. */
  empty?: number | null
  onChange: (value: number | null) => void
}

/** A number of the plan as a field: kept when one leaves it or presses Enter, restored by Escape. */
export function NumberField(props: NumberFieldProps) {
  const { label, description, format, value, least = -Number.MAX_SAFE_INTEGER, empty } = props
  const { most = Number.MAX_SAFE_INTEGER, onChange } = props
  const t = useText('financingPlan')
  const { canWrite, locale } = usePlanPage()
  const [text, setText] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const shown = editValue(format, value, locale)
  const restore = () => {
    setText(null)
    setProblem(null)
  }
  const keep = () => {
    if (text === null || text === shown) return restore()
    const parsed = parseValue(format, text, locale)
    if (parsed === 'unreadable' || (parsed === 'empty' && empty === undefined))
      return setProblem(t(`problem.unreadable.${format}`))
    if (parsed !== 'empty' && (parsed < least || parsed > most))
      return setProblem(t(`problem.outOfRange.${format}`))
    onChange(parsed === 'empty' ? empty! : parsed)
    restore()
  }
  return (
    <TextField
      label={label}
      description={description}
      value={text ?? shown}
      problem={problem}
      isReadOnly={!canWrite}
      inputMode={format === 'count' ? 'numeric' : 'decimal'}
      autoComplete="off"
      onChange={(next) => {
        setText(next)
        setProblem(null)
      }}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
        else if (event.key === 'Escape' && text !== null && text !== shown) restore()
        else event.continuePropagation()
      }}
    />
  )
}
