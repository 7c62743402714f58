import { useContext } from 'react'
import { blocksOf } from '../../../shared/businessModel/layouts'
import { blockKeys } from '../../../shared/document/businessModel'
import { useText } from '../../ui/language'
import { NotesContext, useCanvas } from './canvasContext'
import { NoteList } from './NoteList'
import css from './canvas.module.css'

/** Notes of blocks that this layout does not have: in view, so that nobody thinks them lost. */
export function Beside() {
  const t = useText('businessModel')
  const { layout } = useCanvas()
  const notes = useContext(NotesContext)
  const shown = blocksOf(layout)
  const waiting = blockKeys.filter((block) => !shown.includes(block) && notes.has(block))
  if (waiting.length === 0) return null
  return (
    <section className={css.beside} aria-label={t('beside.title')}>
      <h2 className={css.besideTitle}>{t('beside.title')}</h2>
      <p className={css.besideText}>{t('beside.explain')}</p>
      <div className={css.besideBlocks}>
        {waiting.map((block) => (
          <div key={block} className={css.besideBlock} data-block={block}>
            <h3 className={css.besideBlockTitle}>{t(`block.${block}.title`)}</h3>
            <NoteList block={block} label={t('notesIn', { block: t(`block.${block}.title`) })} />
          </div>
        ))}
      </div>
    </section>
  )
}
