import { useId } from 'react'
import type { Step } from '../../../../shared/impact/steps'
import type { ChainElement } from '../../../../shared/document/impactChain'
import { useText } from '../../../ui/language'
import { markOf, useChain, type Pointed } from '../chainContext'
import type { ElementFacts } from '../elementFacts'
import { StepHelp } from '../StepHelp'
import { AddElement } from './AddElement'
import { ElementRow } from './ElementRow'
import css from './table.module.css'

interface StepSectionProps {
  step: Step
  elements: readonly ChainElement[]
  facts: ReadonlyMap<string, ElementFacts>
  pointed: Pointed
}

/** One step of the chain: its elements in their order, and a field to add one. */
export function StepSection({ step, elements, facts, pointed }: StepSectionProps) {
  const t = useText('impactChain')
  const { canWrite } = useChain()
  const titleId = useId()
  return (
    <section className={css.section} aria-labelledby={titleId} data-step={step}>
      <header className={css.head}>
        <h2 id={titleId} className={css.title}>
          {t(`step.${step}.title`)}
        </h2>
        <span className={css.count} role="img" aria-label={t('count', { count: elements.length })}>
          {elements.length}
        </span>
        <StepHelp step={step} />
      </header>
      {elements.length === 0 && <p className={css.prompt}>{t(`step.${step}.prompts.1`)}</p>}
      {elements.length > 0 && (
        <ul className={css.list} aria-labelledby={titleId}>
          {elements.map(({ id }) => {
            const own = facts.get(id)
            return own && <ElementRow key={id} facts={own} mark={markOf(`element:${id}`, pointed)} />
          })}
        </ul>
      )}
      {canWrite && <AddElement step={step} />}
    </section>
  )
}
