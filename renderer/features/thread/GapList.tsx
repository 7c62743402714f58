import { CircleCheck, Lightbulb } from 'lucide-react'
import { useId } from 'react'
import type { Page } from '../../../shared/document/control'
import type { Gap } from '../../../shared/links/linkFindings'
import type { PageProps } from '../../document/page'
import { Button } from '../../ui/Button'
import { useText } from '../../ui/language'
import css from './thread.module.css'

interface GapListProps {
  gaps: readonly Gap[]
  pages: readonly Page[]
  goTo: PageProps['goTo']
}

/** What is missing, by rule, each leading to where it can be mended. */
export function GapList({ gaps, pages, goTo }: GapListProps) {
  const t = useText('thread')
  const headingId = useId()
  const codes = [...new Set(gaps.map(({ code }) => code))]
  const titleOf = (id: string) => pages.find((page) => page.id === id)?.title ?? ''
  return (
    <section className={css.gaps} aria-labelledby={headingId}>
      <h2 id={headingId} className={css.heading} tabIndex={-1} data-gaps>
        {gaps.length === 0 ? <CircleCheck aria-hidden="true" /> : <Lightbulb aria-hidden="true" />}
        {t('gaps.title')}
      </h2>
      <p>{gaps.length === 0 ? t('gaps.none') : t('gaps.count', { count: gaps.length })}</p>
      <ul className={css.gapRules}>
        {codes.map((code) => (
          <li key={code}>
            <h3 className={css.gapRule}>{t(`gaps.${code}`)}</h3>
            <ul className={css.gapThings}>
              {gaps
                .filter((gap) => gap.code === code)
                .map((gap) => {
                  const name = gap.subject || titleOf(gap.page)
                  return (
                    <li key={`${gap.page} ${gap.target}`} className={css.gapThing}>
                      <span className={css.gapName}>
                        <span dir="auto">{name}</span>
                        {gap.subject && (
                          <span className={css.quiet} dir="auto">
                            {titleOf(gap.page)}
                          </span>
                        )}
                      </span>
                      <Button
                        size="small"
                        className={css.onScreen!}
                        aria-label={t('gaps.showNamed', { title: name })}
                        onPress={() => goTo(gap.page, gap.target)}
                      >
                        {t('gaps.show')}
                      </Button>
                    </li>
                  )
                })}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}
