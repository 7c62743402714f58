import { Calculator, TriangleAlert } from 'lucide-react'
import type { Explanation } from '../../../shared/financing/explain'
import { titleOf } from '../../../shared/document/planRows'
import { joinClasses } from '../../ui/joinClasses'
import { IconButton } from '../../ui/IconButton'
import { useText } from '../../ui/language'
import { Popover } from '../../ui/Popover'
import { ParameterWords } from './ParameterWords'
import { usePlanPage } from './planContext'
import { showQuantity } from './showQuantity'
import type { Plan } from './usePlan'
import css from './figures.module.css'

interface FigureCardProps {
  explanation: Explanation
  plan: Plan
  isLarge: boolean
}

/** One figure: its name, its value, and behind a button how it is computed with the plan's own numbers. */
export function FigureCard({ explanation, plan, isLarge }: FigureCardProps) {
  const t = useText('financingPlan')
  const { locale } = usePlanPage()
  const { name, of, value, terms, parameters } = explanation
  const ways = { t, locale, periodType: plan.parts.facts.periodType }
  const about = of === null ? null : plan.byId.get(of)
  const label = t(`figure.${name}.label`, { of: about ? titleOf(about) || t('row.untitled') : (of ?? '') })
  const shown = showQuantity(value, ways)
  const isNegative = value.unit === 'ore' && value.value !== null && value.value < 0
  const isNeed = ['bridgingNeed', 'structuralGap', 'cofinancing'].includes(name) && Number(value.value) > 0
  const words = Object.fromEntries(
    Object.entries(terms).map(([key, quantity]) => [key, showQuantity(quantity, ways, true)]),
  )
  const how = t('figures.how', { figure: label })
  return (
    <div
      className={joinClasses(css.card, isLarge && css.large, (isNegative || isNeed) && css.needy)}
      data-figure={of === null ? name : `${name} ${of}`}
    >
      <span className={css.label}>{label}</span>
      <span className={css.value}>
        {(isNegative || isNeed) && <TriangleAlert className={css.mark} aria-hidden="true" />}
        <span className={css.amount}>{shown}</span>
        {terms.period?.unit === 'period' && name === 'lowPoint' && (
          <span className={css.when}>{words.period}</span>
        )}
      </span>
      <Popover
        label={how}
        trigger={<IconButton label={how} icon={<Calculator />} size="small" className={css.how!} />}
      >
        <div className={css.explanation}>
          <h3 className={css.explainTitle}>{label}</h3>
          <p>{t(`figure.${name}.meaning`)}</p>
          <h4 className={css.explainHead}>{t('figures.computed')}</h4>
          <p className={css.formula}>{t(`figure.${name}.formula`, words)}</p>
          {parameters.length > 0 && <ParameterWords keys={parameters} parameters={plan.parts.parameters} />}
        </div>
      </Popover>
    </div>
  )
}
