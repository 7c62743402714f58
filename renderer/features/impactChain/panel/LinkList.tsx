import { ArrowDownLeft, ArrowUpRight, Spline, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ChainElement, ChainLink } from '../../../../shared/document/impactChain'
import { Button } from '../../../ui/Button'
import { IconButton } from '../../../ui/IconButton'
import { useText } from '../../../ui/language'
import { useChain, useChainData } from '../chainContext'
import { useNames } from '../useNames'
import css from './panel.module.css'

/** An element's links in and out; each opens with its assumptions. */
export function LinkList({ element }: { element: ChainElement }) {
  const t = useText('impactChain')
  const names = useNames()
  const { canWrite, actions, open, linkFrom } = useChain()
  const data = useChainData()
  const into = data.linksInto(element.id)
  const outOf = data.linksOutOf(element.id)
  const row = (link: ChainLink, icon: ReactNode, words: string) => (
    <li key={link.id} className={css.line}>
      <Button
        variant="quiet"
        size="small"
        icon={icon}
        className={css.linkButton!}
        onPress={() => open({ kind: 'link', id: link.id })}
      >
        {words}
        {link.assumptionIds.length > 0 && ` (${t('assumption.count', { count: link.assumptionIds.length })})`}
      </Button>
      {canWrite && (
        <IconButton
          label={t('link.delete', { link: names.link(link, data) })}
          icon={<X />}
          size="small"
          onPress={() => actions.removeLink(link.id)}
        />
      )}
    </li>
  )
  return (
    <section className={css.part}>
      <h3 className={css.partHead}>{t('link.title')}</h3>
      {into.length + outOf.length === 0 && <p className={css.quiet}>{t('link.none')}</p>}
      <ul className={css.list}>
        {into.map((link) =>
          row(
            link,
            <ArrowDownLeft className={css.onward} />,
            t('link.from', { name: names.element(data.element(link.from)) }),
          ),
        )}
        {outOf.map((link) =>
          row(
            link,
            <ArrowUpRight className={css.onward} />,
            t('link.to', { name: names.element(data.element(link.to)) }),
          ),
        )}
      </ul>
      {canWrite && (
        <Button size="small" icon={<Spline />} className={css.start!} onPress={() => linkFrom(element.id)}>
          {t('element.linkTo')}
        </Button>
      )}
    </section>
  )
}
