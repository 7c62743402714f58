import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { largestMeasure } from '../../../../shared/impact/input'
import { dayNumber } from '../../../../shared/impact/dates'
import type { Indicator } from '../../../../shared/document/impactChain'
import { Button } from '../../../ui/Button'
import { IconButton } from '../../../ui/IconButton'
import { useText } from '../../../ui/language'
import { TextField } from '../../../ui/TextField'
import { useChain } from '../chainContext'
import { DateField } from '../fields/DateField'
import { NumberField } from '../fields/NumberField'
import { useNumbers } from '../useNumbers'
import { useToday } from '../useToday'
import css from './indicator.module.css'

const limits = { from: -largestMeasure, to: largestMeasure }

/** What has been measured: rows of day and value, and one to add. */
export function Measurements({ indicator }: { indicator: Indicator }) {
  const t = useText('impactChain')
  const numbers = useNumbers()
  const { actions, canWrite } = useChain()
  return (
    <section className={css.measures} aria-label={t('measure.title')}>
      <h4 className={css.heading}>{t('measure.title')}</h4>
      {indicator.measurements.map(({ id, date, value }, at) => (
        <div key={id} className={css.measure} data-measure={id}>
          <DateField
            label={t('measure.date')}
            isLabelHidden={at > 0}
            value={date}
            isReadOnly={!canWrite}
            onChange={(to) => to !== '' && actions.measure(indicator.id, id, { date: to, value })}
          />
          <NumberField
            label={t('measure.value')}
            isLabelHidden={at > 0}
            written={numbers.write(value)}
            read={numbers.read}
            isReadOnly={!canWrite}
            {...limits}
            onChange={(to) => to !== null && actions.measure(indicator.id, id, { date, value: to })}
          />
          {canWrite && (
            <IconButton
              label={t('measure.delete', { date })}
              icon={<X />}
              onPress={() => actions.measure(indicator.id, id, null)}
            />
          )}
        </div>
      ))}
      {canWrite && <NewMeasurement indicator={indicator} />}
    </section>
  )
}

function NewMeasurement({ indicator }: { indicator: Indicator }) {
  const t = useText('impactChain')
  const numbers = useNumbers()
  const today = useToday()
  const { actions } = useChain()
  const [date, setDate] = useState('')
  const [value, setValue] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const add = () => {
    const read = numbers.read(value)
    if (typeof read !== 'number' || Math.abs(read) > largestMeasure) return setProblem(t('number.unreadable'))
    const day = date || today
    if (dayNumber(day) === null) return
    actions.measure(indicator.id, null, { date: day, value: read })
    setValue('')
    setDate('')
  }
  return (
    <div className={css.measure}>
      <TextField label={t('measure.newDate')} type="date" value={date || today} onChange={setDate} />
      <TextField
        label={t('measure.newValue')}
        inputMode="decimal"
        autoComplete="off"
        value={value}
        problem={problem}
        onChange={(typed) => {
          setValue(typed)
          setProblem(null)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') add()
          else event.continuePropagation()
        }}
      />
      <Button icon={<Plus />} aria-label={t('measure.add')} className={css.addMeasure!} onPress={add} />
    </div>
  )
}
