import { useState } from 'react'
import { linkKind } from '../../../shared/impact/links'
import { groupBySteps } from '../../../shared/impact/steps'
import type { ChainElement } from '../../../shared/document/impactChain'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { useText } from '../../ui/language'
import { SearchField } from '../../ui/SearchField'
import { useChain, useChainData } from './chainContext'
import { useNames } from './useNames'
import css from './linkDialog.module.css'

/** Where a link from an element shall go: the next steps first, without a hand on a mouse. */
export default function LinkDialog({ from, close }: { from: ChainElement; close: () => void }) {
  const t = useText('impactChain')
  const names = useNames()
  const { actions, say } = useChain()
  const data = useChainData()
  const [words, setWords] = useState('')
  const linked = new Set(data.linksOutOf(from.id).map((link) => link.to))
  const wanted = words.trim().toLocaleLowerCase()
  const possible = data.elements.filter(
    (each) =>
      linkKind(from, each) !== 'notAllowed' &&
      !linked.has(each.id) &&
      names.element(each).toLocaleLowerCase().includes(wanted),
  )
  const groups = [...groupBySteps(possible)].filter(([, elements]) => elements.length > 0)
  return (
    <Dialog
      title={t('linkDialog.title', { name: names.element(from) })}
      isOpen
      onOpenChange={(isOpen) => !isOpen && close()}
    >
      <div className={css.choice}>
        <p>{t('linkDialog.help')}</p>
        {data.elements.length > 8 && (
          <SearchField label={t('linkDialog.search')} value={words} onChange={setWords} />
        )}
        {groups.length === 0 && <p className={css.quiet}>{t('linkDialog.none')}</p>}
        {groups.map(([step, elements]) => (
          <section key={step} className={css.group}>
            <h3 className={css.step}>{t(`step.${step}.title`)}</h3>
            <ul className={css.list}>
              {elements.map((to) => (
                <li key={to.id}>
                  <Button
                    isWide
                    className={css.element!}
                    onPress={() => {
                      actions.link(from.id, to.id)
                      say(t('announce.linked', { from: names.element(from), to: names.element(to) }))
                      close()
                    }}
                  >
                    {names.element(to)}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
