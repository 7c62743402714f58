import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { Finding, Severity } from '../../../shared/checks/finding'
import { titleOf } from '../../../shared/document/planRows'
import { Button } from '../../ui/Button'
import { useLanguage, useText } from '../../ui/language'
import { periodLabel } from './periodLabel'
import { usePlanPage } from './planContext'
import type { Plan } from './usePlan'
import css from './findings.module.css'

interface FindingsProps {
  findings: readonly Finding[]
  plan: Plan
  /** Leads to a row, to the cash of a period, or to the settings. */
  show: (finding: Finding) => void
  isFolded: boolean
}

const icons = { error: CircleAlert, warning: TriangleAlert, info: Info } as const satisfies Record<
  Severity,
  unknown
>

/** Advice about the plan, each piece with what one can do and the way to its place. */
export function Findings({ findings, plan, show, isFolded }: FindingsProps) {
  const t = useText('financingPlan')
  const { locale } = usePlanPage()
  const language = useLanguage()
  const whereOf = ({ target }: Finding) => {
    const row = plan.byId.get(target)
    if (row) return titleOf(row) || t('row.untitled')
    if (!plan.periods.includes(target)) return null
    return periodLabel(plan.parts.facts.periodType, target, t, locale)
  }
  return (
    <section aria-label={t('findings.title')}>
      <details className={css.findings} {...(!isFolded && { open: true })}>
        <summary className={css.title}>{t('findings.count', { count: findings.length })}</summary>
        {findings.length === 0 && <p className={css.quiet}>{t('findings.none')}</p>}
        <ul className={css.list}>
          {findings.map((finding) => {
            const Icon = icons[finding.severity]
            const where = whereOf(finding)
            return (
              <li
                key={`${finding.code} ${finding.target}`}
                className={css.finding}
                data-finding={finding.code}
              >
                <Icon className={css[finding.severity]} aria-hidden="true" />
                <div className={css.words}>
                  <p className={css.message}>
                    <span className={css.forEars}>{t(`severity.${finding.severity}`)} </span>
                    {language === 'sv' ? finding.messageSv : finding.messageEn}
                  </p>
                  <p>{t(`advice.${finding.code}`)}</p>
                  {where !== null && (
                    <Button size="small" variant="quiet" onPress={() => show(finding)}>
                      {t('findings.show', { where })}
                    </Button>
                  )}
                </div>
              </li>
            )
          })}
        </ul>
        {findings.length > 0 && <p className={css.quiet}>{t('findings.explain')}</p>}
      </details>
    </section>
  )
}
