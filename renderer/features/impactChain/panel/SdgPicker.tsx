import { X } from 'lucide-react'
import { useState } from 'react'
import { isSdgTarget } from '../../../../shared/impact/sdgTargets'
import { findSdgTargets } from '../../../../shared/impact/findSdgTargets'
import type { ChainElement } from '../../../../shared/document/impactChain'
import { Button } from '../../../ui/Button'
import { IconButton } from '../../../ui/IconButton'
import { useText } from '../../../ui/language'
import { SearchField } from '../../../ui/SearchField'
import { useChain } from '../chainContext'
import css from './panel.module.css'

const most = 12

/** Targets of the 2030 Agenda, found by number or by the words of their goal. */
export function SdgPicker({ element }: { element: ChainElement }) {
  const t = useText('impactChain')
  const sdg = useText('sdg')
  const { actions, canWrite } = useChain()
  const [words, setWords] = useState('')
  const tick = (target: string, isTicked: boolean) =>
    actions.tick('elements', element.id, 'sdg', target, isTicked)
  const wordsOf = (target: string) => {
    const goal = target.split('.')[0]!
    return isSdgTarget(target)
      ? t('sdg.target', { target, goal, name: sdg(`goal.${goal}`) })
      : t('sdg.unknown', { target })
  }
  const found = findSdgTargets(words, (goal) => `${sdg(`goal.${goal}`)} ${sdg(`words.${goal}`)}`).filter(
    (target) => !element.sdg.includes(target),
  )
  return (
    <section className={css.part}>
      <h3 className={css.partHead}>{t('sdg.title')}</h3>
      {element.sdg.length === 0 && <p className={css.quiet}>{t('sdg.none')}</p>}
      <ul className={css.list}>
        {element.sdg.map((target) => (
          <li key={target} className={css.line}>
            <span className={css.grow}>{wordsOf(target)}</span>
            {canWrite && (
              <IconButton
                label={t('sdg.remove', { target })}
                icon={<X />}
                size="small"
                onPress={() => tick(target, false)}
              />
            )}
          </li>
        ))}
      </ul>
      {canWrite && (
        <>
          <SearchField label={t('sdg.search')} value={words} onChange={setWords} />
          <div role="status" className={css.quiet}>
            {words.trim() !== '' && t('sdg.found', { count: found.length })}
          </div>
          <ul className={css.list}>
            {found.slice(0, most).map((target) => (
              <li key={target}>
                <Button size="small" isWide className={css.linkButton!} onPress={() => tick(target, true)}>
                  {wordsOf(target)}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
