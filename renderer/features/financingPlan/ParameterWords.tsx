import { useFormat } from '../../ui/format'
import { useText } from '../../ui/language'
import type { Parameter } from '../../../shared/financing/parameters'
import { showValue } from './cellText'
import { usePlanPage } from './planContext'
import css from './figures.module.css'

interface ParameterWordsProps {
  keys: readonly string[]
  parameters: readonly Parameter[]
}

/** Values set by law or a programme that a figure rests on, each with its source and the days it holds. */
export function ParameterWords({ keys, parameters }: ParameterWordsProps) {
  const t = useText('financingPlan')
  const format = useFormat()
  const { locale } = usePlanPage()
  const day = (date: string | null) => (date === null ? '' : format.day(Date.parse(date)))
  return (
    <>
      <h4 className={css.explainHead}>{t('parameters.behind')}</h4>
      <ul className={css.parameters}>
        {parameters
          .filter((each) => keys.includes(each.key))
          .map((each) => (
            <li key={each.key}>
              <strong>
                {t(`parameter.${each.key}`)}{' '}
                {each.unit === 'ore'
                  ? showValue('ore', each.value, locale)
                  : showValue('basisPoints', each.value, locale)}
              </strong>
              <span className={css.source}>
                {t(each.to === null ? 'parameters.sourceFrom' : 'parameters.sourceFromTo', {
                  source: each.source,
                  from: each.from === null ? t('parameters.longAgo') : day(each.from),
                  to: day(each.to),
                })}
              </span>
            </li>
          ))}
      </ul>
    </>
  )
}
