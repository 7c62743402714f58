import type { ThreadActivity, ThreadChain, ThreadStep } from '../../../shared/links/thread'
import type { PageProps } from '../../document/page'
import { useFormat } from '../../ui/format'
import { useText } from '../../ui/language'
import { ThingLink } from './ThingLink'
import { useFigures } from './useFigures'
import css from './thread.module.css'

interface ChainTableProps {
  chain: ThreadChain
  goTo: PageProps['goTo']
}

/** One row for each activity: what it costs, who pays, and what comes of it. */
export function ChainTable({ chain, goTo }: ChainTableProps) {
  const t = useText('thread')
  const columns = ['activity', 'costs', 'paidBy', 'outputs', 'outcomes'] as const
  if (chain.activities.length === 0) return <p className={css.quiet}>{t('chain.noActivities')}</p>
  return (
    <table className={css.table}>
      <caption className={css.forEars}>{t('chain.caption', { title: chain.page.title })}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`chain.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {chain.activities.map((activity) => (
          <ActivityRow key={activity.id} activity={activity} goTo={goTo} />
        ))}
      </tbody>
    </table>
  )
}

function ActivityRow({ activity, goTo }: { activity: ThreadActivity; goTo: PageProps['goTo'] }) {
  const t = useText('thread')
  const figures = useFigures()
  const { costs, outputs, outcomes } = activity
  const payers = [
    ...new Map(costs.flatMap(({ sources }) => sources).map((source) => [source.id, source])).values(),
  ]
  const isFree = costs.some(({ sources }) => sources.length === 0)
  return (
    <tr>
      <th scope="row">
        <span className={css.label}>{t('chain.activity')}</span>
        <ThingLink thing={activity} goTo={goTo} />
        <p className={css.amount}>{figures.cost(activity.cost)}</p>
      </th>
      <td>
        <span className={css.label}>{t('chain.costs')}</span>
        {costs.length === 0 && <p className={css.gapWord}>{t('chain.nobodyPays')}</p>}
        <ul className={css.cellList}>
          {costs.map((cost) => (
            <li key={cost.id}>
              <ThingLink thing={cost} goTo={goTo} />
              <p className={css.amount}>{figures.money(cost.amount)}</p>
              {cost.sharedBy > 1 && cost.amount !== null && (
                <p className={css.quiet}>
                  {t('chain.part', {
                    part: figures.money(cost.amount),
                    whole: figures.money(cost.total),
                    count: cost.sharedBy,
                  })}
                </p>
              )}
            </li>
          ))}
        </ul>
      </td>
      <td>
        <span className={css.label}>{t('chain.paidBy')}</span>
        <ul className={css.cellList}>
          {payers.map((source) => (
            <li key={source.id}>
              <ThingLink thing={source} goTo={goTo} />
            </li>
          ))}
          {isFree && <li className={css.quiet}>{t('chain.ownMoney')}</li>}
        </ul>
        {costs.length === 0 && <p className={css.quiet}>–</p>}
      </td>
      <td>
        <span className={css.label}>{t('chain.outputs')}</span>
        <StepList steps={outputs} goTo={goTo} none={t('chain.noOutputs')} />
      </td>
      <td>
        <span className={css.label}>{t('chain.outcomes')}</span>
        <StepList steps={outcomes} goTo={goTo} none={t('chain.noOutcomes')} />
      </td>
    </tr>
  )
}

/** Outputs or outcomes, each with its cost and its indicators. */
export function StepList({
  steps,
  goTo,
  none,
}: {
  steps: readonly ThreadStep[]
  goTo: PageProps['goTo']
  none?: string
}) {
  const t = useText('thread')
  const figures = useFigures()
  const format = useFormat()
  if (steps.length === 0) return none ? <p className={css.gapWord}>{none}</p> : null
  return (
    <ul className={css.cellList}>
      {steps.map((step) => (
        <li key={step.id}>
          <ThingLink thing={step} goTo={goTo} />
          {step.horizon && <span className={css.quiet}> {t(`chain.horizon.${step.horizon}`)}</span>}
          {step.isUnintended ? (
            <p className={css.quiet}>{t('chain.unintended')}</p>
          ) : (
            <p className={css.amount}>{figures.cost(step.cost)}</p>
          )}
          {step.indicators.length > 0 && (
            <ul className={css.indicators}>
              {step.indicators.map((indicator) => {
                const each = figures.each(indicator)
                const eachAtTarget = figures.eachAtTarget(indicator)
                return (
                  <li key={indicator.id}>
                    <span dir="auto">{indicator.title || t('unnamed')}</span>: {figures.measured(indicator)}
                    {each && <strong className={css.each}>{each}</strong>}
                    {eachAtTarget && <span className={css.each}>{eachAtTarget}</span>}
                    {indicator.notes.length > 0 && (
                      <span className={css.quiet} dir="auto">
                        {t('measures', { notes: format.list(indicator.notes.map(({ title }) => title)) })}
                      </span>
                    )}
                  </li>
                )
              })}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}
