import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { renameSession, schemaVersion, showPage } from '../../shared/document/control'
import { leads as roleLeads } from '../../shared/relay/roles'
import { useFacts, usePages, useSelf } from '../document/hooks'
import type { Room } from '../document/session'
import { EmptyState } from '../ui/EmptyState'
import { Hint } from '../ui/Hint'
import { useText } from '../ui/language'
import { LinksProvider } from '../ui/links/LinksProvider'
import { useShortcuts } from '../ui/shortcuts'
import { useDocumentTitle } from '../ui/useDocumentTitle'
import { useRoominess } from '../ui/useMedia'
import { LeaderLine } from './LeaderLine'
import { LockNotice } from './LockNotice'
import { Notices } from './Notices'
import { LazyThread } from './LazyThread'
import { PageFrame } from './PageFrame'
import { PauseButton } from './PauseButton'
import { useWaitingRoom } from './people/useWaitingRoom'
import { PhoneBar } from './PhoneBar'
import { SidePanel } from './SidePanel'
import { threadPlace } from './threadPlace'
import { TopBar } from './TopBar'
import { useCalmSaveState } from './useCalmSaveState'
import { useEnding } from './useEnding'
import { useLockActions } from './useLockActions'
import { usePlaceKeys } from './usePlaceKeys'
import { useSides, type Side } from './useSides'
import { useHere } from './whoIsHere'
import type { WorkshopProps } from './workshopProps'
import { WorkshopTools } from './WorkshopTools'
import css from './workshop.module.css'

const WaitingNotice = lazy(() => import('./people/WaitingNotice'))
const ShortageNotices = lazy(() => import('./ShortageNotices'))

export function OpenWorkshop(props: WorkshopProps & { control: Room }) {
  const { session, control, pageId, focusOn, goTo, wayOut, actions, more, phoneThing } = props
  const { role } = useSelf(session)
  const t = useText('workshop')
  const thread = useText('thread')
  const facts = useFacts(control)
  const pages = usePages(control)
  const state = useCalmSaveState(session)
  const roominess = useRoominess()
  const [sides, fold] = useSides()
  const [sheet, setSheet] = useState<Side | null>(null)
  const endsAt = useEnding(session)
  const shortages = useSyncExternalStore(session.subscribe, session.shortages)
  const reload = () => void session.dropRefused().finally(() => location.reload())
  const isNewer = facts.schemaVersion > schemaVersion
  const leads = roleLeads(role) && !isNewer
  const isFacilitator = role === 'facilitator' && !isNewer
  const isThread = pageId === threadPlace
  const page = isThread
    ? null
    : (pages.find((each) => each.id === pageId) ??
      pages.find((each) => each.id === facts.currentPage) ??
      pages[0] ??
      null)
  const currentId = page?.id ?? null
  useDocumentTitle(facts.title)
  const people = useHere(session, control, currentId)
  const keys = usePlaceKeys()
  const main = useRef<HTMLElement>(null)
  useShortcuts(t('keys.place'), keys)

  const locks = useLockActions(session)
  const waiting = useWaitingRoom(session, roleLeads(role), props.alsoWaiting)

  // Where the leader goes, the room is.
  useEffect(() => {
    if (isFacilitator && currentId !== null) showPage(control.doc, currentId)
  }, [isFacilitator, currentId, control])
  useEffect(() => control.awareness.setLocalStateField('page', currentId), [control, currentId])
  // A guest who is brought to a page stays there until they choose another.
  useEffect(() => {
    if (currentId !== null && currentId !== pageId) goTo(currentId)
  }, [currentId, pageId, goTo])

  const isWide = roominess === 'wide'
  const shownSides = isWide ? sides : { pages: sheet === 'pages', people: sheet === 'people' }
  const showSide = (side: Side, isOpen: boolean) =>
    isWide ? fold(side, isOpen) : setSheet(isOpen ? side : null)
  const go = (id: string, on?: string) => {
    setSheet(null)
    goTo(id, on)
  }
  const panel = {
    session,
    control,
    pages,
    people,
    currentId,
    goTo: go,
    leads,
    role,
    locks,
    waiting,
    takeLead: props.takeLead ?? null,
    roominess,
    isThread,
  }

  return (
    <div className={css.workshop}>
      <button type="button" className={css.skip} onClick={() => main.current?.focus()}>
        {t('skip')}
      </button>
      <TopBar
        title={facts.title}
        rename={leads ? (title) => renameSession(control.doc, title) : null}
        state={state}
        people={people}
        roominess={roominess}
        sides={shownSides}
        showSide={showSide}
        wayOut={wayOut}
        actions={
          <>
            {leads && <PauseButton locks={locks} />}
            <WorkshopTools session={session} pages={pages} currentId={currentId} title={facts.title} />
            {actions}
          </>
        }
      />
      {role !== 'observer' && (
        <Hint id={leads ? 'leads' : 'joins'} text={t(leads ? 'hint.leads' : 'hint.joins')} />
      )}
      <Notices state={state} isNewer={isNewer} endsAt={endsAt} reload={reload}>
        <LockNotice locks={locks} pageId={currentId} leads={leads} />
        {props.notices}
        {shortages.length > 0 && (
          <Suspense fallback={null}>
            <ShortageNotices shortages={shortages} leads={leads} />
          </Suspense>
        )}
        {waiting.people.length > 0 && (
          <Suspense fallback={null}>
            <WaitingNotice waiting={waiting} show={() => showSide('people', true)} />
          </Suspense>
        )}
      </Notices>
      {role !== 'facilitator' && (
        <LeaderLine
          people={people}
          pages={pages}
          leaderPageId={facts.currentPage}
          currentId={currentId}
          goTo={go}
          session={session}
          role={role}
          hasButton={roominess !== 'phone'}
        />
      )}
      <div className={css.middle}>
        <SidePanel
          side="pages"
          isOpen={shownSides.pages}
          onClose={() => showSide('pages', false)}
          {...panel}
        />
        <main
          ref={main}
          tabIndex={-1}
          className={css.page}
          aria-label={page?.title ?? (isThread ? thread('title') : facts.title)}
        >
          {isThread ? (
            <LazyThread session={session} title={facts.title} pages={pages} goTo={go} />
          ) : page ? (
            <LinksProvider session={session} pageId={page.id} pages={pages} goTo={go} isReadOnly={isNewer}>
              <PageFrame
                key={page.id}
                session={session}
                page={page}
                pages={pages}
                goTo={go}
                focusOn={page.id === pageId ? focusOn : null}
                isReadOnly={isNewer}
              />
            </LinksProvider>
          ) : (
            <EmptyState title={t('noPages.title')} text={t(leads ? 'noPages.leads' : 'noPages.waits')} />
          )}
        </main>
        <SidePanel
          side="people"
          isOpen={shownSides.people}
          onClose={() => showSide('people', false)}
          {...panel}
        />
      </div>
      {roominess === 'phone' && (
        <PhoneBar
          {...panel}
          title={facts.title}
          leaderPageId={facts.currentPage}
          showSide={showSide}
          mainThing={phoneThing}
          more={more}
        />
      )}
    </div>
  )
}
