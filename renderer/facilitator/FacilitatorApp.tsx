// The facilitator's window: home, settings, or a workshop.
import { lazy, Suspense, useCallback, useState } from 'react'
import type { TemplateId } from '../../shared/relay/library'
import { FileProblemsDialog } from '../features/sessions/FileProblemsDialog'
import { Home } from '../features/sessions/Home'
import type { Library } from '../features/sessions/libraryClient'
import { NewSessionDialog } from '../features/sessions/NewSessionDialog'
import { useOnlineClient } from '../features/sharing/useOnlineClient'
import { useCommand } from '../platform/commands'
import type { Platform } from '../platform/platform'
import { ErrorBoundary } from '../ui/ErrorBoundary'
import { Toasts } from '../ui/Toasts'
import { goToHash, useHash } from '../workshop/pageAddress'
import { HomeFrame } from './HomeFrame'
import { keepLeaderName, readLeaderName } from './leaderName'
import { addressOfSession, readPlace } from './place'
import { SessionPlace } from './SessionPlace'
import { Settings } from './Settings'
import { useDesktopEvents } from './useDesktopEvents'
import { useOpenedFile } from './useOpenedFile'

export interface FacilitatorAppProps {
  platform: Platform
  library: Library
  relayUrl: string
}

const OpenOnlineDialog = lazy(() => import('../features/sharing/OpenOnlineDialog'))

const goHome = () => goToHash('/')
const openOnline = () => goToHash('/online')

export function FacilitatorApp({ platform, library, relayUrl }: FacilitatorAppProps) {
  const place = readPlace(useHash())
  const [template, setTemplate] = useState<TemplateId>()
  const opened = useOpenedFile(platform)
  const online = useOnlineClient(platform)
  const startNew = useCallback((from?: TemplateId) => {
    setTemplate(from)
    goToHash('/new')
  }, [])
  useDesktopEvents(platform, opened.take)
  useCommand('newSession', startNew)
  useCommand('openFile', opened.ask)
  useCommand('openOnline', openOnline)
  useCommand('home', goHome)

  return (
    <>
      {place.kind === 'session' ? (
        <ErrorBoundary part="workshop" key={place.sessionId}>
          <SessionPlace
            sessionId={place.sessionId}
            platform={platform}
            library={library}
            relayUrl={relayUrl}
            goHome={goHome}
          />
        </ErrorBoundary>
      ) : (
        <HomeFrame place={place.kind === 'settings' ? 'settings' : 'sessions'}>
          <ErrorBoundary part="home" key={place.kind}>
            {place.kind === 'settings' ? (
              <Settings platform={platform} />
            ) : (
              <Home
                library={library}
                platform={platform}
                addressOf={(session) => `#${addressOfSession(session.sessionId)}`}
                onNew={startNew}
                onOpenFile={opened.ask}
                onOpenOnline={online ? openOnline : undefined}
                onFile={(file) => opened.takeFile(library, file)}
              />
            )}
          </ErrorBoundary>
        </HomeFrame>
      )}
      <NewSessionDialog
        library={library}
        isOpen={place.kind === 'new'}
        onOpenChange={(isOpen) => !isOpen && goHome()}
        onCreated={(session) => goToHash(addressOfSession(session.sessionId), { replace: true })}
        {...(template && { template })}
      />
      {online && place.kind === 'online' && (
        <Suspense fallback={null}>
          <OpenOnlineDialog
            client={online}
            name={readLeaderName()}
            isOpen
            onOpenChange={goHome}
            onOpened={(sessionId, name) => {
              keepLeaderName(name)
              goToHash(addressOfSession(sessionId), { replace: true })
            }}
          />
        </Suspense>
      )}
      <FileProblemsDialog title={opened.title} problems={opened.problems} onClose={opened.close} />
      <Toasts />
    </>
  )
}
