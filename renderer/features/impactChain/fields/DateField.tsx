import { useState } from 'react'
import { TextField } from '../../../ui/TextField'
import { dayNumber } from '../../../../shared/impact/dates'

interface DateFieldProps {
  label: string
  isLabelHidden?: boolean
  /** `YYYY-MM-DD`, or empty. */
  value: string
  onChange: (value: string) => void
  isReadOnly?: boolean
  problem?: string | null
  className?: string
}

/** A day. What is half typed is not told; what others choose meanwhile shows once this field is left. */
export function DateField({ value, onChange, ...rest }: DateFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const keep = (typed: string | null) => {
    if (typed !== null && typed !== value && (typed === '' || dayNumber(typed) !== null)) onChange(typed)
  }
  return (
    <TextField
      {...rest}
      type="date"
      value={draft ?? value}
      onChange={(typed) => {
        setDraft(typed)
        // An empty value may be a date being typed: wait until the field is left.
        if (typed !== '') keep(typed)
      }}
      onBlur={() => {
        keep(draft)
        setDraft(null)
      }}
    />
  )
}
