// The shelf of workshops: find one, start one, and put them in order.
import { FolderOpen, Globe, Plus, SearchX } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import type { SessionSummary, TemplateId } from '../../../shared/relay/library'
import type { Platform } from '../../platform/platform'
import { Button } from '../../ui/Button'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { EmptyState } from '../../ui/EmptyState'
import { useText } from '../../ui/language'
import { RenameDialog } from '../../ui/RenameDialog'
import { SearchField } from '../../ui/SearchField'
import { Spinner } from '../../ui/Spinner'
import { useDocumentTitle } from '../../ui/useDocumentTitle'
import { FirstSteps } from './FirstSteps'
import { findSessions, shelfOf, type ShelfName } from './findSessions'
import type { Library } from './libraryClient'
import { SessionCard } from './SessionCard'
import { SessionMenu } from './SessionMenu'
import { ShelfChoice } from './ShelfChoice'
import { useFileDrop } from './useFileDrop'
import { useLibrary } from './useLibrary'
import { useSessionActions } from './useSessionActions'
import css from './home.module.css'

export interface HomeProps {
  library: Library
  platform: Platform
  addressOf: (session: SessionSummary) => string
  onNew: (template?: TemplateId) => void
  onOpenFile: () => void
  /** Undefined where no workshop can come from the organisation's relay. */
  onOpenOnline: (() => void) | undefined
  /** A file was dropped here. */
  onFile: (file: File) => void
}

export function Home({ library, platform, addressOf, onNew, onOpenFile, onOpenOnline, onFile }: HomeProps) {
  const t = useText('home')
  const ui = useText('ui')
  useDocumentTitle(t('title'))
  const { sessions, problem, refresh } = useLibrary(library)
  const actions = useSessionActions(library, platform, refresh)
  const [shelf, setShelf] = useState<ShelfName>('inUse')
  const [words, setWords] = useState('')
  const [renamed, setRenamed] = useState<SessionSummary | null>(null)
  const [deleted, setDeleted] = useState<SessionSummary | null>(null)
  const { isOver, ...drop } = useFileDrop(onFile)
  const search = useDeferredValue(words)
  const onShelf = (sessions ?? []).filter((session) => shelfOf(session) === shelf)
  const found = findSessions(onShelf, search)
  const isNew = sessions?.every((session) => shelfOf(session) !== 'inUse' || session.isDemo) ?? false

  return (
    <main className={css.home} {...drop}>
      {isOver && <p className={css.drop}>{t('dropFile')}</p>}
      <header className={css.head}>
        <h1 className={css.title}>{t('title')}</h1>
        <div className={css.main}>
          <Button icon={<FolderOpen />} onPress={onOpenFile}>
            {t('openFile')}
          </Button>
          {onOpenOnline && (
            <Button icon={<Globe />} onPress={onOpenOnline}>
              {t('openOnline')}
            </Button>
          )}
          <Button variant="primary" icon={<Plus />} onPress={() => onNew()}>
            {t('new.button')}
          </Button>
        </div>
      </header>
      {sessions !== null && sessions.length > 0 && (
        <div className={css.finding}>
          <SearchField label={t('search')} value={words} onChange={setWords} className={css.search!} />
          <ShelfChoice sessions={sessions} value={shelf} onChange={setShelf} />
        </div>
      )}
      {problem && (
        <p role="alert" className={css.problem}>
          {ui(`problem.${problem}`)}
        </p>
      )}
      {sessions === null && !problem && <Spinner label={ui('loading')} />}
      {found.length > 0 && (
        <ul className={css.cards} aria-label={t(`shelf.${shelf}`)}>
          {found.map((session) => (
            <SessionCard
              key={session.sessionId}
              session={session}
              href={shelf === 'bin' ? null : addressOf(session)}
              menu={
                <SessionMenu
                  session={session}
                  actions={actions}
                  onRename={() => setRenamed(session)}
                  onDeleteForGood={() => setDeleted(session)}
                />
              }
            />
          ))}
        </ul>
      )}
      {sessions !== null && found.length === 0 && search.trim() !== '' && (
        <EmptyState
          icon={<SearchX />}
          title={t('noneFound.title')}
          text={t('noneFound.text', { words: search })}
        >
          <Button onPress={() => setWords('')}>{ui('clearSearch')}</Button>
        </EmptyState>
      )}
      {sessions !== null && search.trim() === '' && shelf !== 'inUse' && found.length === 0 && (
        <EmptyState title={t(`empty.${shelf}.title`)} text={t(`empty.${shelf}.text`)} />
      )}
      {sessions !== null && search.trim() === '' && shelf === 'inUse' && isNew && (
        <FirstSteps onNew={onNew} />
      )}
      {renamed && (
        <RenameDialog
          title={t('rename.title')}
          label={t('new.name')}
          name={renamed.title}
          isOpen
          onOpenChange={() => setRenamed(null)}
          onRename={(title) => actions.rename(renamed, title)}
        />
      )}
      {deleted && (
        <ConfirmDialog
          title={t('forGood.title', { title: deleted.title || t('untitled') })}
          text={t('forGood.text')}
          confirmLabel={t('action.deleteForGood')}
          isOpen
          onOpenChange={() => setDeleted(null)}
          onConfirm={() => actions.deleteForGood(deleted)}
        />
      )}
    </main>
  )
}
