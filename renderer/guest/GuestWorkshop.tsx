import { Languages, LogOut } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { leads } from '../../shared/relay/roles'
import { connectSession } from '../document/connectSession'
import { useSelf } from '../document/hooks'
import type { Session } from '../document/session'
import { ConfirmDialog } from '../ui/ConfirmDialog'
import { IconButton } from '../ui/IconButton'
import { useText } from '../ui/language'
import { Menu, MenuSeparator } from '../ui/Menu'
import { PageOpening } from '../workshop/PageOpening'
import { useShown } from '../workshop/pageAddress'
import { Workshop } from '../workshop/Workshop'
import { LanguageItems } from './LanguageItems'
import { keepMembership, type Membership } from './membership'
import type { WhyOut } from './Out'
import { useLeaving } from './useLeaving'

const LeadShare = lazy(() => import('./LeadShare'))
const ScreenWorkshop = lazy(() => import('./ScreenWorkshop'))

export interface GuestWorkshopProps {
  relayUrl: string
  membership: Membership
  onOut: (why: WhyOut) => void
}

export function GuestWorkshop({ relayUrl, membership, onOut }: GuestWorkshopProps) {
  const [session, setSession] = useState<Session | null>(null)
  useEffect(() => {
    let isHere = true
    const { sessionId, token, memberId, name, role } = membership
    void connectSession({
      sessionId,
      relayUrl,
      token,
      keepHere: true,
      followNetwork: true,
      self: { memberId, name, role },
    }).then((connected) => isHere && setSession(connected))
    return () => {
      isHere = false
    }
  }, [relayUrl, membership])
  // A reload comes back as who one has become.
  useEffect(() => {
    if (!session) return
    const keep = () => keepMembership({ ...membership, name: session.self.name, role: session.self.role })
    return session.subscribe(keep)
  }, [session, membership])
  if (!session) return <PageOpening />
  return membership.role === 'projector' ? (
    <Suspense fallback={<PageOpening />}>
      <ScreenWorkshop session={session} onOut={onOut} />
    </Suspense>
  ) : (
    <JoinedWorkshop session={session} onOut={onOut} />
  )
}

function JoinedWorkshop({ session, onOut }: { session: Session; onOut: (why: WhyOut) => void }) {
  const t = useText('guest')
  const [shown, goTo] = useShown('/page')
  const leaving = useLeaving(session, onOut)
  const isLeading = leads(useSelf(session).role)
  const share = (isInBar: boolean) =>
    isLeading && (
      <Suspense fallback={null}>
        <LeadShare session={session} isInBar={isInBar} />
      </Suspense>
    )

  return (
    <>
      <Workshop
        session={session}
        pageId={shown.pageId}
        focusOn={shown.focusOn}
        goTo={goTo}
        more={
          <>
            <LanguageItems />
            <MenuSeparator />
          </>
        }
        actions={
          <>
            <Menu trigger={<IconButton label={t('language')} icon={<Languages />} />}>
              <LanguageItems />
            </Menu>
            {share(false)}
          </>
        }
        phoneThing={share(true) || undefined}
        wayOut={<IconButton label={t('leave')} icon={<LogOut />} onPress={leaving.askToLeave} />}
      />
      <ConfirmDialog
        title={t('unsaved.title')}
        text={t('unsaved.text', { count: leaving.asked?.kind === 'unsaved' ? leaving.asked.count : 0 })}
        confirmLabel={t('unsaved.leave')}
        isOpen={leaving.asked?.kind === 'unsaved'}
        onOpenChange={leaving.stay}
        onConfirm={leaving.leave}
      />
      <ConfirmDialog
        title={t('leads.title')}
        text={t('leads.text')}
        confirmLabel={t('leads.leave')}
        isOpen={leaving.asked?.kind === 'leads'}
        onOpenChange={leaving.stay}
        onConfirm={leaving.leave}
      />
    </>
  )
}
