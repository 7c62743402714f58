import { useState } from 'react'
import type { Parsed } from '../../../../shared/money/parseAmount'
import { useText } from '../../../ui/language'
import { TextField } from '../../../ui/TextField'

interface NumberFieldProps {
  label: string
  isLabelHidden?: boolean
  description?: string
  /** As the reader writes it; empty when there is none. */
  written: string
  /** What the words mean. */
  read: (text: string) => Parsed
  /** Hears a number, or null when the field was emptied. */
  onChange: (value: number | null) => void
  /** The numbers that make sense, both included. */
  from?: number
  to?: number
  isReadOnly?: boolean
  className?: string
}

/** A number in the reader's own way of writing. It is told when the field is left or Enter is pressed. */
export function NumberField(props: NumberFieldProps) {
  const { written, read, onChange, from = -Infinity, to = Infinity, ...rest } = props
  const t = useText('impactChain')
  const [draft, setDraft] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const keep = () => {
    if (draft === null) return
    const value = read(draft)
    if (value === 'unreadable') return setProblem(t('number.unreadable'))
    if (value !== 'empty' && (value < from || value > to)) return setProblem(t('number.outOfRange'))
    setProblem(null)
    setDraft(null)
    if (draft !== written) onChange(value === 'empty' ? null : value)
  }
  return (
    <TextField
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      value={draft ?? written}
      problem={problem}
      onChange={(typed) => {
        setDraft(typed)
        setProblem(null)
      }}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
        if (event.key === 'Escape' && draft !== null) {
          setDraft(null)
          setProblem(null)
        } else event.continuePropagation()
      }}
    />
  )
}
