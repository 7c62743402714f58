import { useId } from 'react'
import type { Step } from '../../../../shared/impact/steps'
import type { ChainElement } from '../../../../shared/document/impactChain'
import { useText } from '../../../ui/language'
import { useChain } from '../chainContext'
import { StepHelp } from '../StepHelp'
import { AddElement } from './AddElement'
import { ElementRow } from './ElementRow'
import css from './table.module.css'

/** One step of the chain: its elements in their order, and a field to add one. */
export function StepSection({ step, elements }: { step: Step; elements: readonly ChainElement[] }) {
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
          {elements.map((element) => (
            <ElementRow key={element.id} element={element} />
          ))}
        </ul>
      )}
      {canWrite && <AddElement step={step} />}
    </section>
  )
}
