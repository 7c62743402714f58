// A guest's way: a name (and a code, where the link has no secret), then the workshop, then out.
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { Toasts } from '../ui/Toasts'
import { PageOpening } from '../workshop/PageOpening'
import { goToHash, useHash } from '../workshop/pageAddress'
import { checkPath, fetchCheck, LazyCheck } from './check'
import { GuestWorkshop } from './GuestWorkshop'
import { JoinForm } from './JoinForm'
import type { Entered } from './join'
import { forgetMembership, keepMembership, readLink, readMembership, type Membership } from './membership'
import { Out, type WhyOut } from './Out'
import { useWayBack } from './useWayBack'
import { keepWaiting, readWaiting } from './waiting'

const ScreenJoin = lazy(() => import('./ScreenJoin'))
const WaitingScreen = lazy(() => import('./WaitingScreen'))

/** How this tab came in the last time. */
type Before = Pick<Membership, 'name' | 'secret'>

export function GuestApp({ relayUrl }: { relayUrl: string }) {
  const hash = useHash()
  const link = readLink(hash)
  const [membership, setMembership] = useState(readMembership)
  const [waiting, setWaiting] = useState(readWaiting)
  const [before, setBefore] = useState<Before>(membership ?? waiting ?? { name: '', secret: null })
  const [out, setOut] = useState<WhyOut | null>(null)
  const isNewLink = link !== null && link.secret !== (membership ?? waiting)?.secret

  const onJoined = useCallback((joined: Membership) => {
    keepMembership(joined)
    keepWaiting(null)
    setBefore(joined)
    setMembership(joined)
    setWaiting(null)
    setOut(null)
    goToHash('/', { replace: true })
  }, [])
  const onEntered = (entered: Entered) => {
    if (entered.kind === 'joined') return onJoined(entered.membership)
    keepWaiting(entered.waiting)
    forgetMembership()
    setBefore(entered.waiting)
    setMembership(null)
    setWaiting(entered.waiting)
    setOut(null)
    goToHash('/', { replace: true })
  }
  const stopWaiting = () => {
    keepWaiting(null)
    setWaiting(null)
  }
  const startOver = useCallback(() => {
    forgetMembership()
    setMembership(null)
    setOut(null)
  }, [])
  const onOut = useCallback((why: WhyOut) => {
    // Behind a closed door one stays a member: it may open again. And who leads, leads.
    if (why !== 'removed' && why !== 'leads') {
      forgetMembership()
      setMembership(null)
    }
    setOut(why)
    goToHash('/', { replace: true })
  }, [])
  const comeIn = useCallback(() => setOut(null), [])
  const wayBack = useWayBack({ relayUrl, membership, comeIn, startOver })
  const [checkedFrom, setCheckedFrom] = useState('/')
  const check = useCallback(() => {
    setCheckedFrom(location.hash.slice(1))
    goToHash(checkPath)
  }, [])
  // Before it is needed: who needs it may have no network any more.
  const isOutside = membership === null
  useEffect(() => {
    if (isOutside) fetchCheck()
  }, [isOutside])

  // Who is in goes on: the check is for those who are not.
  if (hash === `#${checkPath}` && (membership === null || out !== null))
    return (
      <Suspense fallback={null}>
        <LazyCheck relayUrl={relayUrl} goBack={() => goToHash(checkedFrom, { replace: true })} />
        <Toasts />
      </Suspense>
    )
  return (
    <Suspense fallback={<PageOpening />}>
      {out && !isNewLink ? (
        <Out
          why={out}
          problem={wayBack.problem}
          isTrying={wayBack.isTrying}
          onJoinAgain={wayBack.take}
          onCheck={check}
        />
      ) : membership && !isNewLink ? (
        <GuestWorkshop key={membership.memberId} relayUrl={relayUrl} membership={membership} onOut={onOut} />
      ) : waiting && !isNewLink ? (
        <WaitingScreen
          key={waiting.ticket}
          relayUrl={relayUrl}
          waiting={waiting}
          onJoined={onJoined}
          onOver={stopWaiting}
        />
      ) : link?.isForScreen ? (
        <ScreenJoin key={link.secret} relayUrl={relayUrl} secret={link.secret} onEntered={onEntered} />
      ) : (
        <JoinForm
          key={link?.secret}
          relayUrl={relayUrl}
          secret={link?.secret ?? before.secret}
          name={before.name}
          onEntered={onEntered}
          onCheck={check}
        />
      )}
      <Toasts />
    </Suspense>
  )
}
