// For a guest who leads too: how others come in. Downloaded when somebody becomes one.
import { useState } from 'react'
import { ShareButton, ShareIcon } from '../features/sharing/ShareButton'
import ShareDialog from '../features/sharing/ShareDialog'
import { useDoor } from '../features/sharing/useDoor'
import type { Session } from '../document/session'
import { useText } from '../ui/language'
import { BarButton } from '../workshop/BottomBar'

export interface LeadShareProps {
  session: Session
  /** In the phone's bar. */
  isInBar: boolean
}

export default function LeadShare({ session, isInBar }: LeadShareProps) {
  const t = useText('sharing')
  const door = useDoor(session)
  const [isSharing, setSharing] = useState(false)
  const share = () => setSharing(true)
  return (
    <>
      {isInBar ? (
        <BarButton icon={<ShareIcon />} label={t('button')} onPress={share} />
      ) : (
        <ShareButton isOpen={Boolean(door.door)} onPress={share} />
      )}
      <ShareDialog session={session} door={door} isOpen={isSharing} onOpenChange={setSharing} />
    </>
  )
}
