// A guest's way: a name (and a code, where the link has no secret), then the workshop, then out.
import { Suspense, useCallback, useEffect, useState } from 'react'
import { Toasts } from '../ui/Toasts'
import { goToHash, useHash } from '../workshop/pageAddress'
import { checkPath, fetchCheck, LazyCheck } from './check'
import { GuestWorkshop } from './GuestWorkshop'
import { JoinForm } from './JoinForm'
import { forgetMembership, keepMembership, readMembership, readSecret, type Membership } from './membership'
import { Out, type WhyOut } from './Out'
import { useWayBack } from './useWayBack'

export function GuestApp({ relayUrl }: { relayUrl: string }) {
  const hash = useHash()
  const secretInAddress = readSecret(hash)
  const [membership, setMembership] = useState(readMembership)
  const [secret, setSecret] = useState(membership?.secret ?? null)
  const [out, setOut] = useState<WhyOut | null>(null)
  const isNewLink = secretInAddress !== null && secretInAddress !== membership?.secret

  const onJoined = (joined: Membership) => {
    keepMembership(joined)
    setSecret(joined.secret)
    setMembership(joined)
    setOut(null)
    goToHash('/', { replace: true })
  }
  const startOver = useCallback(() => {
    forgetMembership()
    setMembership(null)
    setOut(null)
  }, [])
  const onOut = useCallback((why: WhyOut) => {
    // Behind a closed door one stays a member: it may open again.
    if (why !== 'removed') {
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
    <>
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
      ) : (
        <JoinForm
          key={secretInAddress}
          relayUrl={relayUrl}
          secret={secretInAddress ?? secret}
          name={membership?.name ?? ''}
          onJoined={onJoined}
          onCheck={check}
        />
      )}
      <Toasts />
    </>
  )
}
