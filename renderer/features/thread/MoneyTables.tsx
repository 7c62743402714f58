import type { ThreadPlan } from '../../../shared/links/thread'
import type { PageProps } from '../../document/page'
import { useText } from '../../ui/language'
import { ThingLink } from './ThingLink'
import { useFigures } from './useFigures'
import css from './thread.module.css'

interface MoneyTablesProps {
  plan: ThreadPlan
  /** There is a business model whose notes could stand for the sources. */
  hasModel: boolean
  /** There is a chain whose activities could be served. */
  hasChain: boolean
  goTo: PageProps['goTo']
}

/** Where a plan's money comes from, and what it pays for that serves no activity. */
export function MoneyTables({ plan, hasModel, hasChain, goTo }: MoneyTablesProps) {
  const t = useText('thread')
  const figures = useFigures()
  return (
    <>
      {plan.sources.length === 0 ? (
        <p className={css.quiet}>{t('money.noSources')}</p>
      ) : (
        <table className={css.table} data-narrow-keeps>
          <caption className={css.forEars}>{t('money.caption', { title: plan.page.title })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('money.source')}</th>
              <th scope="col" className={css.number}>
                {t('money.amount')}
              </th>
              {hasModel && <th scope="col">{t('money.notes')}</th>}
            </tr>
          </thead>
          <tbody>
            {plan.sources.map((source) => (
              <tr key={source.id}>
                <th scope="row">
                  <ThingLink thing={source} goTo={goTo} />
                  <span className={css.quiet}> {t(`money.status.${source.status}`)}</span>
                </th>
                <td className={css.number}>{figures.money(source.amount)}</td>
                {hasModel && (
                  <td>
                    {source.notes.length === 0 ? (
                      <span className={css.quiet}>{t('money.noNote')}</span>
                    ) : (
                      <ul className={css.cellList}>
                        {source.notes.map((note) => (
                          <li key={note.id}>
                            <ThingLink thing={note} goTo={goTo} />
                          </li>
                        ))}
                      </ul>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hasChain && plan.costsWithoutActivity.length > 0 && (
        <table className={css.table} data-narrow-keeps>
          <caption className={css.caption}>{t('money.looseCosts')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('money.cost')}</th>
              <th scope="col" className={css.number}>
                {t('money.total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {plan.costsWithoutActivity.map((cost) => (
              <tr key={cost.id}>
                <th scope="row">
                  <ThingLink thing={cost} goTo={goTo} />
                </th>
                <td className={css.number}>{figures.money(cost.total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
