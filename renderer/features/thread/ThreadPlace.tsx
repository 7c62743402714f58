// "How it hangs together": the whole thread from need to money, over all canvases of the session.
import { useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Lightbulb, Printer, Waypoints } from 'lucide-react'
import type { Page } from '../../../shared/document/control'
import { linkUndo } from '../../../shared/document/links'
import { undoOf } from '../../../shared/document/ownUndo'
import { useRoom } from '../../document/hooks'
import type { PageProps } from '../../document/page'
import type { Room, Session } from '../../document/session'
import { useUndoCommands } from '../../document/useUndoCommands'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { useFormat } from '../../ui/format'
import { useText } from '../../ui/language'
import { Spinner } from '../../ui/Spinner'
import { ThreadSheet } from './ThreadSheet'
import { usePrinting } from './usePrinting'
import { useThread } from './useThread'
import css from './thread.module.css'

export interface ThreadPlaceProps {
  session: Session
  /** What the session is called. */
  title: string
  /** The session's pages in use. */
  pages: readonly Page[]
  goTo: PageProps['goTo']
}

export default function ThreadPlace(props: ThreadPlaceProps) {
  const t = useText('thread')
  const common = useRoom(props.session, 'common')
  return common ? <OpenThread {...props} common={common} /> : <Waiting label={t('opening')} />
}

const Waiting = ({ label }: { label: string }) => (
  <div className={css.waiting}>
    <Spinner label={label} />
  </div>
)

function showGaps(place: HTMLElement | null): void {
  const heading = place?.querySelector<HTMLElement>('[data-gaps]')
  heading?.focus()
  heading?.scrollIntoView({ block: 'start' })
}

/** The calendar day where the person is. */
function today(): string {
  const now = new Date()
  const part = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`
}

function OpenThread({ session, title, pages, goTo, common }: ThreadPlaceProps & { common: Room }) {
  const t = useText('thread')
  const format = useFormat()
  const [asOf] = useState(today)
  const thread = useThread(session, common, pages, asOf)
  const [isPrinting, print] = usePrinting()
  const place = useRef<HTMLDivElement>(null)
  useUndoCommands(useMemo(() => undoOf(common.doc, linkUndo), [common]))

  if (!thread) return <Waiting label={t('opening')} />
  const { has } = thread
  if (!has.model && !has.chain && !has.plan)
    return (
      <EmptyState icon={<Waypoints />} title={t('missing.nothing.title')} text={t('missing.nothing.text')} />
    )
  const head = (
    <header className={css.head}>
      <div>
        <p className={css.session} dir="auto">
          {title}
        </p>
        <h1 className={css.title}>{t('title')}</h1>
        <p className={css.intro}>{t('intro')}</p>
        <p className={css.quiet}>{t('asOf', { day: format.day(Date.parse(`${asOf}T12:00`)) })}</p>
      </div>
    </header>
  )
  const sheet = <ThreadSheet thread={thread} pages={pages} goTo={goTo} />
  return (
    <div ref={place} className={css.place}>
      <div className={css.sheet}>
        <div className={css.top}>
          {head}
          <div className={css.actions}>
            {thread.gaps.length > 0 && (
              <Button variant="quiet" icon={<Lightbulb />} onPress={() => showGaps(place.current)}>
                {t('gaps.jump', { count: thread.gaps.length })}
              </Button>
            )}
            <Button icon={<Printer />} onPress={print}>
              {t('print')}
            </Button>
          </div>
        </div>
        {sheet}
      </div>
      {isPrinting &&
        createPortal(
          <div className={css.paper} data-thread-paper>
            {head}
            {sheet}
          </div>,
          document.body,
        )}
    </div>
  )
}
