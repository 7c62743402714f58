import { CornerUpLeft, GripVertical, MessageSquareQuote } from 'lucide-react'
import { memo } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { GridListItem } from 'react-aria-components/GridList'
import type { BusinessModelNote } from '../../../shared/document/businessModel'
import { Button } from '../../ui/Button'
import { joinClasses } from '../../ui/joinClasses'
import { useText } from '../../ui/language'
import { LinkChips } from '../../ui/links/LinkChips'
import { NoteSymbol } from '../../ui/NoteSymbol'
import { useCanvas, useWriters } from './canvasContext'
import { NoteEditor } from './NoteEditor'
import { NoteMenu } from './NoteMenu'
import { NoteText } from './NoteText'
import { StateMark } from './StateMark'
import css from './note.module.css'

interface NoteCardProps {
  note: BusinessModelNote
  isFirst: boolean
  isLast: boolean
  neighbours: string
}

/** One note in a block's list. */
export function NoteCard(props: NoteCardProps) {
  const t = useText('businessModel')
  const { editing, canWrite, highlighted } = useCanvas()
  const { note } = props
  const words = [
    note.text.trim() || t('note.empty'),
    t(`state.${note.state}`),
    t(`color.${note.color}`),
    note.author && t('note.by', { author: note.author }),
  ]
  return (
    <GridListItem
      id={note.id}
      textValue={words.filter(Boolean).join(', ')}
      className={joinClasses(
        css.note,
        css[note.color],
        editing === note.id && css.editing,
        highlighted === note.id && css.highlighted,
        canWrite && css.movable,
      )}
      data-note={note.id}
    >
      <NoteInside {...props} />
    </GridListItem>
  )
}

const NoteInside = memo(function NoteInside({ note, isFirst, isLast, neighbours }: NoteCardProps) {
  const t = useText('businessModel')
  const { editing, canWrite, pages, goTo, showDetails } = useCanvas()
  const writers = useWriters(note.id)
  const source = note.source && pages.find((page) => page.id === note.source?.page)
  const name = note.text.trim().slice(0, 60) || t('note.empty')
  return (
    <>
      {writers.length > 0 && (
        <div className={css.writers} style={{ borderColor: writers[0]!.color }}>
          {writers.map((who) => (
            <span key={who.clientId} className={css.writer} style={{ borderColor: who.color }}>
              {t('presence.typing', { name: who.name })}
            </span>
          ))}
        </div>
      )}
      {editing === note.id && canWrite ? (
        <NoteEditor note={note} neighbours={neighbours} />
      ) : (
        <div className={css.text} dir="auto" lang={note.language || undefined} data-text>
          {note.text ? (
            <NoteText text={note.text} writers={writers} />
          ) : (
            <span className={css.quiet}>{t('note.empty')}</span>
          )}
        </div>
      )}
      {source && note.source && (
        <Button
          variant="quiet"
          size="small"
          icon={<CornerUpLeft />}
          className={css.source!}
          onPress={() => goTo(source.id, note.source?.id)}
        >
          {source.kind === 'whiteboard' ? t('note.fromWall') : t('note.fromPage', { page: source.title })}
        </Button>
      )}
      <LinkChips id={note.id} />
      {note.segments.length > 0 && (
        <div className={css.segments}>
          {note.segments.map((segment) => (
            <span key={segment} className={css.segment} dir="auto">
              {segment}
            </span>
          ))}
        </div>
      )}
      <div className={css.foot}>
        <span className={css.state}>
          <NoteSymbol color={note.color} />
          <StateMark state={note.state} />
          {t(`state.${note.state}`)}
        </span>
        {note.author && (
          <span className={css.author} dir="auto">
            {note.author}
          </span>
        )}
        {note.evidence.trim() !== '' && (
          <AriaButton
            className={css.evidence!}
            aria-label={t('note.hasEvidence')}
            onPress={() => showDetails(note.id)}
          >
            <MessageSquareQuote aria-hidden="true" />
          </AriaButton>
        )}
        {canWrite && (
          <AriaButton slot="drag" className={css.grip!} aria-label={t('note.drag', { note: name })}>
            <GripVertical aria-hidden="true" />
          </AriaButton>
        )}
        <NoteMenu note={note} isFirst={isFirst} isLast={isLast} />
      </div>
    </>
  )
})
