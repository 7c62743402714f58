// A guest's way: a name (and a code, where the link has no secret), then the workshop, then out.
import { useCallback, useState } from 'react'
import { Toasts } from '../ui/Toasts'
import { goToHash, useHash } from '../workshop/pageAddress'
import { GuestWorkshop } from './GuestWorkshop'
import { JoinForm } from './JoinForm'
import { forgetMembership, keepMembership, readMembership, readSecret, type Membership } from './membership'
import { Out, type WhyOut } from './Out'

export function GuestApp({ relayUrl }: { relayUrl: string }) {
  const secretInAddress = readSecret(useHash())
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
  const onOut = useCallback((why: WhyOut) => {
    forgetMembership()
    setOut(why)
    setMembership(null)
    goToHash('/', { replace: true })
  }, [])

  return (
    <>
      {membership && !isNewLink ? (
        <GuestWorkshop key={membership.memberId} relayUrl={relayUrl} membership={membership} onOut={onOut} />
      ) : out && !isNewLink ? (
        <Out why={out} onJoinAgain={() => setOut(null)} />
      ) : (
        <JoinForm
          key={secretInAddress}
          relayUrl={relayUrl}
          secret={secretInAddress ?? secret}
          name={membership?.name ?? ''}
          onJoined={onJoined}
        />
      )}
      <Toasts />
    </>
  )
}
