import { useState } from 'react'
import type { PlanRow } from '../../../../shared/document/planRows'
import { formatKronor } from '../../../../shared/money/format'
import { useText } from '../../../ui/language'
import { TextField } from '../../../ui/TextField'
import { editValue, readCell } from '../cellText'
import type { Cell } from '../gridCells'
import { usePlanPage } from '../planContext'

interface CellFieldProps {
  planRow: PlanRow
  cell: Cell
  label: string
  description?: string
}

/** A number of a row as a field: kept when one leaves it or presses Enter, restored by Escape. */
export function CellField({ planRow, cell, label, description }: CellFieldProps) {
  const t = useText('financingPlan')
  const { actions, canWrite, locale } = usePlanPage()
  /** Null while nobody writes here: then it shows what stands in the plan. */
  const [text, setText] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  if (cell.kind !== 'value') return null
  const shown = editValue(cell.format, cell.value, locale)
  const keep = () => {
    if (text === null || text === shown) return setText(null)
    const read = readCell(planRow, cell, text, locale)
    if ('problem' in read) return setProblem(t(`problem.${read.problem}.${cell.format}`))
    actions.setCells([read.change])
    setText(null)
    setProblem(null)
  }
  const money = cell.money === undefined || cell.money === null ? undefined : formatKronor(cell.money, locale)
  return (
    <TextField
      label={label}
      description={description ?? money}
      value={text ?? shown}
      problem={problem}
      isReadOnly={!canWrite}
      inputMode={cell.format === 'count' ? 'numeric' : 'decimal'}
      autoComplete="off"
      onChange={(next) => {
        setText(next)
        setProblem(null)
      }}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
        else if (event.key === 'Escape' && text !== null && text !== shown) {
          setText(null)
          setProblem(null)
        } else event.continuePropagation()
      }}
    />
  )
}
