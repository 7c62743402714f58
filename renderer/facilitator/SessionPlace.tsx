import { House } from 'lucide-react'
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { OnlineShare } from '../features/sharing/OnlineShare'
import { OnlineWords } from '../features/sharing/OnlineWords'
import { ShareButton, ShareIcon } from '../features/sharing/ShareButton'
import { useDoor } from '../features/sharing/useDoor'
import { useOnline } from '../features/sharing/useOnline'
import { useWaitingOnline } from '../features/sharing/useWaitingOnline'
import { useOnlineClient } from '../features/sharing/useOnlineClient'
import { useMovedNotice } from '../features/sharing/useMovedNotice'
import type { Library } from '../features/sessions/libraryClient'
import { useSaveCopy } from '../features/sessions/useSaveCopy'
import { readFacts } from '../../shared/document/control'
import { leads } from '../../shared/relay/roles'
import { useSelf } from '../document/hooks'
import type { Session } from '../document/session'
import { useCommand } from '../platform/commands'
import type { Platform } from '../platform/platform'
import { Button } from '../ui/Button'
import { ConfirmDialog } from '../ui/ConfirmDialog'
import { EmptyState } from '../ui/EmptyState'
import { IconButton } from '../ui/IconButton'
import { useText } from '../ui/language'
import { BarButton } from '../workshop/BottomBar'
import { PageOpening } from '../workshop/PageOpening'
import { useShown } from '../workshop/pageAddress'
import { Workshop } from '../workshop/Workshop'
import { guardClosing } from './closing'
import { keepLeaderName, readLeaderName } from './leaderName'
import { OnlineNotice } from './OnlineNotice'
import { addressOfSession } from './place'
import { useOpenSession } from './useOpenSession'

const ShareDialog = lazy(() => import('../features/sharing/ShareDialog'))

export interface SessionPlaceProps {
  sessionId: string
  platform: Platform
  library: Library
  relayUrl: string
  goHome: () => void
}

export function SessionPlace({ sessionId, platform, library, relayUrl, goHome }: SessionPlaceProps) {
  const t = useText('workshop')
  const ui = useText('ui')
  const { session, problem, retry } = useOpenSession(library, relayUrl, sessionId)
  if (problem)
    return (
      <main>
        <EmptyState isWholePage title={t('notOpened')} text={ui(`problem.${problem}`)}>
          <Button onPress={retry}>{ui('broken.retry')}</Button>
          <Button variant="primary" onPress={goHome}>
            {t('home')}
          </Button>
        </EmptyState>
      </main>
    )
  if (!session) return <PageOpening />
  return <LedWorkshop session={session} library={library} platform={platform} goHome={goHome} />
}

function LedWorkshop({
  session,
  library,
  platform,
  goHome,
}: {
  session: Session
  library: Library
  platform: Platform
  goHome: () => void
}) {
  const t = useText('workshop')
  const sharing = useText('sharing')
  const [shown, goTo] = useShown(addressOfSession(session.sessionId))
  const door = useDoor(session)
  const client = useOnlineClient(platform)
  const online = useOnline(client, session.sessionId, readLeaderName)
  const self = useSelf(session)
  const isLeading = leads(self.role)
  const waitingOnline = useWaitingOnline(online)
  const [isSharing, setSharing] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const share = useCallback(() => setSharing(true), [])
  useMovedNotice({ isOpen: Boolean(door.door), isShown: isSharing, show: share })
  const saveFile = useSaveCopy(platform)
  const saveCopy = useCallback(() => {
    const control = session.openRoom('control')
    saveFile({ sessionId: session.sessionId, title: readFacts(control.doc).title })
    session.closeRoom(control)
  }, [saveFile, session])
  const takeLead = useCallback(
    () => library.lead(session.sessionId, session.self.memberId),
    [library, session],
  )
  // Whoever is called something else here is so in their next workshop.
  const firstName = useRef(self.name)
  useEffect(() => {
    if (self.name !== firstName.current) keepLeaderName(self.name)
  }, [self.name])
  useCommand('share', share)
  useCommand('saveCopy', saveCopy)
  useEffect(() => guardClosing({ session, askPerson: () => setAsked(true) }), [session])

  return (
    <>
      <Workshop
        session={session}
        pageId={shown.pageId}
        focusOn={shown.focusOn}
        goTo={goTo}
        wayOut={<IconButton label={t('home')} icon={<House />} onPress={goHome} />}
        actions={
          isLeading && (
            <>
              <OnlineWords shared={online.shared} />
              <ShareButton isOpen={Boolean(door.door) || Boolean(online.shared)} onPress={share} />
            </>
          )
        }
        phoneThing={
          isLeading ? <BarButton icon={<ShareIcon />} label={sharing('button')} onPress={share} /> : undefined
        }
        notices={isLeading && <OnlineNotice shared={online.shared} />}
        takeLead={takeLead}
        {...(waitingOnline && { alsoWaiting: waitingOnline })}
      />
      {isSharing && isLeading && (
        <Suspense fallback={null}>
          <ShareDialog
            session={session}
            door={door}
            online={
              client && (
                <OnlineShare
                  client={client}
                  platform={platform}
                  sessionId={session.sessionId}
                  online={online}
                />
              )
            }
            way={online.shared && door.door === null ? 'online' : 'room'}
            isOpen
            onOpenChange={setSharing}
          />
        </Suspense>
      )}
      <ConfirmDialog
        title={t('closing.title')}
        text={t('closing.text')}
        confirmLabel={t('closing.close')}
        isOpen={isAsked}
        onOpenChange={(isOpen) => {
          setAsked(isOpen)
          if (!isOpen) void platform.answerClose('stay')
        }}
        onConfirm={() => void platform.answerClose('close')}
      />
    </>
  )
}
