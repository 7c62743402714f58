import type { Page } from '../../../shared/document/control'
import type { Thread } from '../../../shared/links/thread'
import type { PageProps } from '../../document/page'
import { useText } from '../../ui/language'
import { PageIcon } from '../../ui/PageIcon'
import { ChainTable, StepList } from './ChainTable'
import { GapList } from './GapList'
import { MoneyTables } from './MoneyTables'
import css from './thread.module.css'

interface ThreadSheetProps {
  thread: Thread
  pages: readonly Page[]
  goTo: PageProps['goTo']
}

/** The thread itself, the same on the screen and on paper. */
export function ThreadSheet({ thread, pages, goTo }: ThreadSheetProps) {
  const t = useText('thread')
  const { chains, plans, gaps, has } = thread
  // Of canvases that are empty still, nothing is missing and nothing hangs together.
  const isBegun =
    gaps.length > 0 ||
    chains.some(({ activities }) => activities.length > 0) ||
    plans.some(({ sources, costsWithoutActivity }) => sources.length + costsWithoutActivity.length > 0)
  const absent = (['chain', 'plan', 'model'] as const).filter((each) => !has[each])
  return (
    <>
      {absent.map((each) => (
        <p key={each} className={css.absent}>
          {t(`missing.${each}`)}
        </p>
      ))}
      {chains.map((chain) => (
        <section key={chain.page.id} className={css.part}>
          <h2 className={css.heading}>
            <PageIcon kind="impactChain" />
            <span dir="auto">{chain.page.title}</span>
          </h2>
          <div className={css.need}>
            <h3 className={css.needTitle}>{t('chain.need')}</h3>
            <p dir="auto">{chain.need || t('chain.noNeed')}</p>
          </div>
          <ChainTable chain={chain} goTo={goTo} />
          {chain.loose.length > 0 && (
            <div className={css.loose}>
              <h3 className={css.needTitle}>{t('chain.looseTitle')}</h3>
              <StepList steps={chain.loose} goTo={goTo} />
            </div>
          )}
        </section>
      ))}
      {plans.map((plan) => (
        <section key={plan.page.id} className={css.part}>
          <h2 className={css.heading}>
            <PageIcon kind="financingPlan" />
            {t('money.title', { title: plan.page.title })}
          </h2>
          <MoneyTables plan={plan} hasModel={has.model} hasChain={has.chain} goTo={goTo} />
        </section>
      ))}
      {isBegun && <GapList gaps={gaps} pages={pages} goTo={goTo} />}
      {isBegun && has.chain && has.plan && (
        <section className={css.how}>
          <h2 className={css.heading}>{t('how.title')}</h2>
          <ul>
            {(['row', 'share', 'carry', 'each', 'partly'] as const).map((each) => (
              <li key={each}>{t(`how.${each}`)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
