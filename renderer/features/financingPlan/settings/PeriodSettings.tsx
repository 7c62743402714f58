import { useState } from 'react'
import { changePeriodType } from '../../../../shared/document/planPeriods'
import { setPlanFacts, type PlanFacts } from '../../../../shared/document/financingPlan'
import { periodTypes } from '../../../../shared/financing/input'
import { mostPeriods, periodNames } from '../../../../shared/financing/periodNames'
import { useText } from '../../../ui/language'
import { Select } from '../../../ui/Select'
import { TextArea } from '../../../ui/TextField'
import { toast } from '../../../ui/toast'
import { periodLabel } from '../periodLabel'
import { usePlanPage } from '../planContext'
import type { Plan } from '../usePlan'
import { NumberField } from './NumberField'
import css from '../details/details.module.css'

/** First periods offered: from two years before the plan's own to five years after. */
function firstPeriods({ periodType, firstPeriod }: PlanFacts): string[] {
  const year = Number(firstPeriod.slice(0, 4)) - 2
  const perYear = { month: 12, quarter: 4, year: 1 }[periodType]
  const start = { month: `${year}-01`, quarter: `${year}Q1`, year: String(year) }[periodType]
  return periodNames(periodType, start, 8 * perYear)
}

/** The plan's time, and the cash it begins with. */
export function PeriodSettings({ plan }: { plan: Plan }) {
  const t = useText('financingPlan')
  const settings = useText('planSettings')
  const { room, canWrite, actions, locale } = usePlanPage()
  const { facts } = plan.parts
  const [note, setNote] = useState<string | null>(null)
  const set = (change: Partial<PlanFacts>) => actions.change(() => setPlanFacts(room.doc, change))
  const keepNote = () => {
    if (note !== null && note !== facts.vatNote) set({ vatNote: note })
    setNote(null)
  }
  return (
    <div className={css.details}>
      <div className={css.pair}>
        <Select
          label={settings('periodType')}
          value={facts.periodType}
          isDisabled={!canWrite}
          onChange={(type) => {
            if (type === facts.periodType) return
            actions.change(() => changePeriodType(room.doc, facts, type))
            toast({
              text: settings('converted'),
              action: { label: t('toast.undo'), onAction: actions.undo },
            })
          }}
          choices={periodTypes.map((id) => ({ id, label: t(`periodType.${id}`) }))}
        />
        <Select
          label={settings('firstPeriod')}
          value={facts.firstPeriod}
          isDisabled={!canWrite}
          onChange={(firstPeriod) => set({ firstPeriod })}
          choices={firstPeriods(facts).map((id) => ({
            id,
            label: periodLabel(facts.periodType, id, t, locale),
          }))}
        />
        <NumberField
          label={settings('periodCount')}
          format="count"
          value={facts.periodCount}
          least={1}
          most={mostPeriods}
          description={settings('periodCountHelp', { most: mostPeriods })}
          onChange={(periodCount) => periodCount !== null && set({ periodCount })}
        />
      </div>
      <div className={css.pair}>
        <NumberField
          label={settings('openingCash')}
          description={settings('openingCashHelp')}
          format="ore"
          value={facts.openingCash}
          empty={0}
          onChange={(openingCash) => set({ openingCash: openingCash ?? 0 })}
        />
        <NumberField
          label={settings('buffer')}
          description={settings('bufferHelp')}
          format="ore"
          value={facts.liquidityBuffer}
          empty={0}
          onChange={(buffer) => set({ liquidityBuffer: buffer ?? 0 })}
        />
      </div>
      <TextArea
        label={settings('vatNote')}
        description={settings('vatNoteHelp')}
        rows={2}
        value={note ?? facts.vatNote}
        isReadOnly={!canWrite}
        onChange={setNote}
        onBlur={keepNote}
      />
      <p className={css.quiet}>{settings('kept')}</p>
    </div>
  )
}
