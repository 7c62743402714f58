import { X } from 'lucide-react'
import { Button } from '../../../ui/Button'
import { IconButton } from '../../../ui/IconButton'
import { useText } from '../../../ui/language'
import { useChain, useChainData } from '../chainContext'
import css from './panel.module.css'

/** Every assumption of the chain, those that no link rests on any more too; each leads to its link. */
export function AllAssumptions() {
  const t = useText('impactChain')
  const { actions, canWrite, open } = useChain()
  const { assumptions, links } = useChainData()
  if (assumptions.length === 0) return null
  return (
    <section className={css.part}>
      <h3 className={css.partHead}>{t('assumption.all')}</h3>
      <ul className={css.list}>
        {assumptions.map((each) => {
          const on = links.filter((link) => link.assumptionIds.includes(each.id))
          const text = each.text.trim() || t('assumption.untitled')
          return (
            <li key={each.id} className={css.item}>
              <p dir="auto">{text}</p>
              <p className={css.quiet}>
                {t(`risk.${each.risk}`)}
                {' · '}
                {on.length > 0 ? t('assumption.onLinks', { count: on.length }) : t('assumption.onNone')}
              </p>
              <div className={css.chips}>
                {on[0] && (
                  <Button
                    size="small"
                    aria-label={t('assumption.showNamed', { name: text })}
                    onPress={() => open({ kind: 'link', id: on[0]!.id, assumption: each.id })}
                  >
                    {t('assumption.show')}
                  </Button>
                )}
                {canWrite && on.length === 0 && (
                  <IconButton
                    label={t('assumption.delete', { name: text })}
                    icon={<X />}
                    size="small"
                    onPress={() => actions.remove('assumptions', each.id, 'assumption')}
                  />
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
