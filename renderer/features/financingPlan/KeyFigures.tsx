import { useMemo } from 'react'
import type { ScenarioName } from '../../../shared/document/financingPlan'
import { explainFigures, mainFigures } from '../../../shared/financing/explain'
import { useText } from '../../ui/language'
import { FigureCard } from './FigureCard'
import type { Figures, Plan } from './usePlan'
import css from './figures.module.css'

interface KeyFiguresProps {
  plan: Plan
  figures: Figures
  scenario: ScenarioName
}

/** Five figures large, the others folded. Each tells how it is computed. */
export function KeyFigures({ plan, figures, scenario }: KeyFiguresProps) {
  const t = useText('financingPlan')
  const explained = useMemo(() => explainFigures(figures.input, figures.plan, scenario), [figures, scenario])
  const isMain = (name: string) => (mainFigures as readonly string[]).includes(name)
  const cards = (main: boolean) =>
    explained
      .filter((each) => isMain(each.name) === main)
      .map((each) => (
        <FigureCard key={`${each.name} ${each.of}`} explanation={each} plan={plan} isLarge={main} />
      ))
  return (
    <section className={css.figures} aria-label={t('figures.title')}>
      <div className={css.main}>{cards(true)}</div>
      <details className={css.more}>
        <summary>{t('figures.more')}</summary>
        <div className={css.rest}>{cards(false)}</div>
      </details>
    </section>
  )
}
