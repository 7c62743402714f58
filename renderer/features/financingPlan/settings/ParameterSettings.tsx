import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { setParameter } from '../../../../shared/document/financingPlan'
import { knownParameters, type Parameter, type ParameterKey } from '../../../../shared/financing/parameters'
import { Button } from '../../../ui/Button'
import { useText } from '../../../ui/language'
import { TextField } from '../../../ui/TextField'
import { usePlanPage } from '../planContext'
import type { Plan } from '../usePlan'
import { NumberField } from './NumberField'
import css from '../details/details.module.css'

/** Values set by law or by a programme: each with its dates and its source, to change like anything else. */
export function ParameterSettings({ plan }: { plan: Plan }) {
  const settings = useText('planSettings')
  return (
    <div className={css.details}>
      <p>{settings('parametersHelp')}</p>
      {plan.parts.parameters.map((each) => (
        <OneParameter key={each.key} parameter={each} />
      ))}
    </div>
  )
}

const isDay = (text: string) =>
  text === '' || (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)))

function OneParameter({ parameter }: { parameter: Parameter }) {
  const t = useText('financingPlan')
  const settings = useText('planSettings')
  const { room, canWrite, actions } = usePlanPage()
  const key = parameter.key as ParameterKey
  const known: Parameter = knownParameters.find((each) => each.key === key)!
  const set = (change: Parameters<typeof setParameter>[2]) =>
    actions.change(() => setParameter(room.doc, key, change))
  const isAsKnown = (['value', 'from', 'to', 'source'] as const).every(
    (part) => known[part] === parameter[part],
  )
  return (
    <fieldset className={css.part}>
      <legend>{t(`parameter.${key}`)}</legend>
      <div className={css.pair}>
        <NumberField
          label={settings(parameter.unit === 'ore' ? 'valueKronor' : 'valuePercent')}
          format={parameter.unit}
          value={parameter.value}
          least={0}
          onChange={(value) => value !== null && set({ value })}
        />
        <DayField label={settings('from')} value={parameter.from} onChange={(from) => set({ from })} />
        <DayField label={settings('to')} value={parameter.to} onChange={(to) => set({ to })} />
      </div>
      <SourceField value={parameter.source} onChange={(source) => set({ source })} />
      {isAsKnown ? (
        <p className={css.quiet}>{settings('asKnown')}</p>
      ) : (
        canWrite && (
          <Button
            size="small"
            icon={<RotateCcw />}
            onPress={() => {
              const { value, from, to, source } = known
              set({ value, from, to, source })
            }}
          >
            {settings('reset')}
          </Button>
        )
      )}
    </fieldset>
  )
}

interface DayFieldProps {
  label: string
  value: string | null
  onChange: (day: string | null) => void
}

function DayField({ label, value, onChange }: DayFieldProps) {
  const settings = useText('planSettings')
  const { canWrite } = usePlanPage()
  const [text, setText] = useState<string | null>(null)
  const isWrong = text !== null && !isDay(text.trim())
  return (
    <TextField
      label={label}
      description={settings('dayHelp')}
      problem={isWrong ? settings('dayProblem') : null}
      value={text ?? value ?? ''}
      isReadOnly={!canWrite}
      onChange={setText}
      onBlur={() => {
        if (text === null || isWrong) return
        if (text.trim() !== (value ?? '')) onChange(text.trim() || null)
        setText(null)
      }}
    />
  )
}

function SourceField({ value, onChange }: { value: string; onChange: (source: string) => void }) {
  const settings = useText('planSettings')
  const { canWrite } = usePlanPage()
  const [text, setText] = useState<string | null>(null)
  return (
    <TextField
      label={settings('source')}
      value={text ?? value}
      isReadOnly={!canWrite}
      onChange={setText}
      onBlur={() => {
        if (text !== null && text !== value) onChange(text)
        setText(null)
      }}
    />
  )
}
