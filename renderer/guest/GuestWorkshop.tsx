import { Languages, LogOut } from 'lucide-react'
import { useEffect, useState } from 'react'
import { connectSession } from '../document/connectSession'
import { useSaveState } from '../document/hooks'
import type { Session } from '../document/session'
import { ConfirmDialog } from '../ui/ConfirmDialog'
import { IconButton } from '../ui/IconButton'
import { useText } from '../ui/language'
import { Menu, MenuSeparator } from '../ui/Menu'
import { PageOpening } from '../workshop/PageOpening'
import { useShown } from '../workshop/pageAddress'
import { Workshop } from '../workshop/Workshop'
import { LanguageItems } from './LanguageItems'
import type { Membership } from './membership'
import type { WhyOut } from './Out'

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
  return session ? <JoinedWorkshop session={session} onOut={onOut} /> : <PageOpening />
}

const lastSaveMs = 3000

function JoinedWorkshop({ session, onOut }: { session: Session; onOut: (why: WhyOut) => void }) {
  const t = useText('guest')
  const [shown, goTo] = useShown('/page')
  const state = useSaveState(session)
  const [unsaved, setUnsaved] = useState(0)
  const refused = state.kind === 'refused' ? state.name : null

  useEffect(() => {
    if (refused === 'removed' || refused === 'notAdmitted' || refused === 'noSuchRoom')
      void session.leave().then(() => onOut(refused))
  }, [refused, session, onOut])

  const leave = async () => {
    await session.leave()
    onOut('left')
  }
  const askToLeave = async () => {
    await session.whenSaved(lastSaveMs).catch(() => {})
    const now = session.saveState()
    if (now.kind === 'offline' && now.waiting > 0) setUnsaved(now.waiting)
    else await leave()
  }

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
          <Menu trigger={<IconButton label={t('language')} icon={<Languages />} />}>
            <LanguageItems />
          </Menu>
        }
        wayOut={<IconButton label={t('leave')} icon={<LogOut />} onPress={() => void askToLeave()} />}
      />
      <ConfirmDialog
        title={t('unsaved.title')}
        text={t('unsaved.text', { count: unsaved })}
        confirmLabel={t('unsaved.leave')}
        isOpen={unsaved > 0}
        onOpenChange={() => setUnsaved(0)}
        onConfirm={() => void leave()}
      />
    </>
  )
}
