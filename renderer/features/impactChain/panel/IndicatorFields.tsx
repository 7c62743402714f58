import { Trash2 } from 'lucide-react'
import { directions, frequencies } from '../../../../shared/impact/input'
import { largestMeasure } from '../../../../shared/impact/input'
import type { Indicator } from '../../../../shared/document/impactChain'
import { Button } from '../../../ui/Button'
import { Checkbox } from '../../../ui/Checkbox'
import { useText } from '../../../ui/language'
import { Select } from '../../../ui/Select'
import { useChain } from '../chainContext'
import { DateField } from '../fields/DateField'
import { NumberField } from '../fields/NumberField'
import { SharedField } from '../fields/SharedField'
import { useNumbers } from '../useNumbers'
import { Measurements } from './Measurements'
import { ProgressChart } from './ProgressChart'
import css from './indicator.module.css'
import panelCss from './panel.module.css'

/** Everything about one indicator. */
export function IndicatorFields({ indicator, isNew }: { indicator: Indicator; isNew: boolean }) {
  const t = useText('impactChain')
  const { actions, canWrite } = useChain()
  const at = `element:${indicator.elementId}`
  const text = (textKey: 'name' | 'unit' | 'source' | 'responsible', help?: string) => (
    <SharedField
      table="indicators"
      id={indicator.id}
      textKey={textKey}
      at={at}
      label={t(`indicator.${textKey}`)}
      isLine
      autoFocus={isNew && textKey === 'name'}
      {...(help && { description: help })}
    />
  )
  const set = (values: Parameters<typeof actions.set>[2]) => actions.set('indicators', indicator.id, values)
  return (
    <div className={css.fields}>
      {text('name')}
      {text('unit', t('indicator.unitHelp'))}
      <Select
        label={t('indicator.direction')}
        value={indicator.direction}
        isDisabled={!canWrite}
        onChange={(direction) => set({ direction })}
        choices={directions.map((id) => ({ id, label: t(`direction.${id}`) }))}
      />
      <Point
        name="baseline"
        indicator={indicator}
        isReadOnly={!canWrite || indicator.baselineNotApplicable}
      />
      <Checkbox
        isSelected={indicator.baselineNotApplicable}
        isReadOnly={!canWrite}
        onChange={(baselineNotApplicable) => set({ baselineNotApplicable })}
        description={t('indicator.noBaselineHelp')}
      >
        {t('indicator.noBaseline')}
      </Checkbox>
      <Point name="target" indicator={indicator} isReadOnly={!canWrite} />
      <ProgressChart indicator={indicator} />
      <Measurements indicator={indicator} />
      {text('source', t('indicator.sourceHelp'))}
      {text('responsible')}
      <Select
        label={t('indicator.frequency')}
        value={indicator.frequency}
        isDisabled={!canWrite}
        onChange={(frequency) => set({ frequency })}
        choices={frequencies.map((id) => ({ id, label: t(`frequency.${id}`) }))}
      />
      <Checkbox
        isSelected={indicator.disaggregation.includes('gender')}
        isReadOnly={!canWrite}
        onChange={(isTicked) =>
          actions.tick('indicators', indicator.id, 'disaggregation', 'gender', isTicked)
        }
        description={t('indicator.genderHelp')}
      >
        {t('indicator.gender')}
      </Checkbox>
      {canWrite && (
        <Button
          variant="danger"
          size="small"
          icon={<Trash2 />}
          className={panelCss.start!}
          onPress={() => actions.remove('indicators', indicator.id, 'indicator')}
        >
          {t('indicator.delete')}
        </Button>
      )}
    </div>
  )
}

interface PointProps {
  name: 'baseline' | 'target'
  indicator: Indicator
  isReadOnly: boolean
}

/** A value and its day, each a thing of its own, so that two people can fill in one each. */
function Point({ name, indicator, isReadOnly }: PointProps) {
  const t = useText('impactChain')
  const numbers = useNumbers()
  const { actions } = useChain()
  const set = (key: string, value: number | string | null) =>
    actions.set('indicators', indicator.id, { [`${name}.${key}`]: value })
  return (
    <div className={panelCss.pair}>
      <NumberField
        label={t(`indicator.${name}`)}
        written={numbers.write(indicator[name]?.value)}
        read={numbers.read}
        onChange={(value) => set('value', value)}
        from={-largestMeasure}
        to={largestMeasure}
        isReadOnly={isReadOnly}
      />
      <DateField
        label={t(`indicator.${name}Date`)}
        value={name === 'baseline' ? indicator.baselineDate : indicator.targetDate}
        onChange={(date) => set('date', date)}
        isReadOnly={isReadOnly}
      />
    </div>
  )
}
