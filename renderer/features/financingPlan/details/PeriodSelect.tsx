import { useText } from '../../../ui/language'
import { Select } from '../../../ui/Select'
import { periodLabel } from '../periodLabel'
import { usePlanPage } from '../planContext'
import type { Plan } from '../usePlan'

interface PeriodSelectProps {
  plan: Plan
  label: string
  /** What an empty choice means. */
  open: string
  /** Empty when none is chosen. */
  value: string
  onChange: (period: string) => void
}

const none = 'none'

/** One of the plan's periods, or none. A period outside the plan is shown as such, not lost. */
export function PeriodSelect({ plan, label, open, value, onChange }: PeriodSelectProps) {
  const t = useText('financingPlan')
  const { canWrite, locale } = usePlanPage()
  const { periodType } = plan.parts.facts
  const isOutside = value !== '' && !plan.periods.includes(value)
  return (
    <Select
      label={label}
      value={value || none}
      isDisabled={!canWrite}
      onChange={(id) => onChange(id === none ? '' : id)}
      choices={[
        { id: none, label: open },
        ...(isOutside ? [{ id: value, label: t('details.outside', { period: value }) }] : []),
        ...plan.periods.map((id) => ({ id, label: periodLabel(periodType, id, t, locale) })),
      ]}
    />
  )
}
