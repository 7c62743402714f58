import { Plus } from 'lucide-react'
import { useId, useRef, useState, type FocusEvent, type ReactNode } from 'react'
import type { BlockKey } from '../../../shared/document/businessModel'
import { Button } from '../../ui/Button'
import { useText } from '../../ui/language'
import { BlockHelp } from './BlockHelp'
import { useCanvas, useNotesIn } from './canvasContext'
import { Composer } from './Composer'
import { focusNote } from './focusNote'
import { NoteList } from './NoteList'
import { PeopleHere } from './PeopleHere'
import css from './block.module.css'

/** A block of the canvas: its title always in view, its notes scrolling below it. */
export function Block({ block, isWide }: { block: BlockKey; isWide: boolean }) {
  const t = useText('businessModel')
  const titleId = useId()
  const { length } = useNotesIn(block)
  return (
    <section className={css.block} aria-labelledby={titleId} data-block={block}>
      <header className={css.head}>
        <h2 id={titleId} className={css.title}>
          {t(`block.${block}.title`)}
        </h2>
        <span className={css.count} title={t('count', { count: length })}>
          <span aria-hidden="true">{length}</span>
          <span className={css.forEars}>{t('count', { count: length })}</span>
        </span>
        <BlockHelp block={block} />
      </header>
      <BlockNotes block={block} isWide={isWide} foot={<PeopleHere block={block} />} />
    </section>
  )
}

interface BlockNotesProps {
  block: BlockKey
  isWide?: boolean
  foot?: ReactNode
}

/** The notes of a block and the way to add one. `foot` stands beside that. */
export function BlockNotes({ block, isWide, foot }: BlockNotesProps) {
  const t = useText('businessModel')
  const { canWrite, tell, editing } = useCanvas()
  const [isAdding, setAdding] = useState(false)
  const scroller = useRef<HTMLDivElement>(null)
  const title = t(`block.${block}.title`)
  const onFocus = (event: FocusEvent<HTMLDivElement>) => {
    if (event.currentTarget.contains(event.target) && editing === null) tell({ block })
  }
  const close = (goBack: boolean) => {
    setAdding(false)
    tell({ block })
    if (goBack) focusNote(undefined, block)
  }
  const showLast = () =>
    requestAnimationFrame(() => scroller.current?.scrollTo({ top: scroller.current.scrollHeight }))
  return (
    <div className={css.inside} onFocus={onFocus}>
      <div className={css.scroller} ref={scroller}>
        <NoteList block={block} label={t('notesIn', { block: title })} {...(isWide && { isWide })} />
      </div>
      {isAdding && canWrite ? (
        <Composer block={block} close={close} added={showLast} />
      ) : (
        <div className={css.foot}>
          {canWrite && (
            <Button
              variant="quiet"
              size="small"
              icon={<Plus />}
              className={css.addButton!}
              aria-label={t('addNoteTo', { block: title })}
              onPress={() => setAdding(true)}
              data-add-note={block}
            >
              {t('addNote')}
            </Button>
          )}
          {foot}
        </div>
      )}
    </div>
  )
}
