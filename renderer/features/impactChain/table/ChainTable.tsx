import { groupBySteps, steps } from '../../../../shared/impact/steps'
import { memo, useMemo } from 'react'
import { useText } from '../../../ui/language'
import { useChainData, type Pointed } from '../chainContext'
import type { ElementFacts } from '../elementFacts'
import { SharedField } from '../fields/SharedField'
import { StepHelp } from '../StepHelp'
import { StepSection } from './StepSection'
import css from './table.module.css'

interface ChainTableProps {
  facts: ReadonlyMap<string, ElementFacts>
  pointed: Pointed
}

/** The whole chain as lists, one per step: the same content and powers as the drawing. */
export const ChainTable = memo(function ChainTable({ facts, pointed }: ChainTableProps) {
  const t = useText('impactChain')
  const { elements } = useChainData()
  const groups = useMemo(() => groupBySteps(elements), [elements])
  return (
    <div className={css.table}>
      <section className={css.section} aria-labelledby="chain-step-need" data-step="need">
        <header className={css.head}>
          <h2 id="chain-step-need" className={css.title}>
            {t('step.need.title')}
          </h2>
          <StepHelp step="need" />
        </header>
        <SharedField
          table="need"
          id=""
          textKey=""
          at="need"
          label={t('about.need')}
          isLabelHidden
          placeholder={t('step.need.placeholder')}
        />
      </section>
      {steps.map((step) => (
        <StepSection
          key={step}
          step={step}
          elements={groups.get(step) ?? []}
          facts={facts}
          pointed={pointed}
        />
      ))}
    </div>
  )
})
