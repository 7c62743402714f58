import { DoorOpen } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Session } from '../../document/session'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { useText } from '../../ui/language'
import { Spinner } from '../../ui/Spinner'
import { Tabs } from '../../ui/Tabs'
import { OpenDoor } from './OpenDoor'
import type { DoorState } from './useDoor'
import { WaitingSwitch } from './WaitingSwitch'
import css from './share.module.css'

export interface ShareDialogProps {
  session: Session
  door: DoorState
  /** The second way, where this computer can be its origin. */
  online?: ReactNode
  /** Shown first. */
  way?: 'room' | 'online'
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** Lets those in the room in: one press opens the door, one closes it. */
export default function ShareDialog({
  session,
  door,
  online,
  way: first = 'room',
  isOpen,
  onOpenChange,
}: ShareDialogProps) {
  const t = useText('sharing')
  const ui = useText('ui')
  const words = useText('online')
  const [way, setWay] = useState<'room' | 'online'>(first)
  // What the open door says comes with the dialog: waiting for it later would take the focus away.
  useText('doorway')
  useText('invites')
  const inRoom = (
    <>
      {door.problem && (
        <p role="alert" className={css.problem}>
          {ui(`problem.${door.problem}`)}
        </p>
      )}
      {door.door === undefined && !door.problem && <Spinner label={ui('loading')} />}
      {door.door ? (
        <OpenDoor
          session={session}
          door={door.door}
          close={door.close}
          isClosing={door.isBusy}
          refresh={door.refresh}
        />
      ) : (
        (door.door === null || door.problem) && (
          <div className={css.closed}>
            <p className={css.lead}>{t('closed.text')}</p>
            <ol className={css.steps}>
              <li>{t('closed.step1')}</li>
              <li>{t('closed.step2')}</li>
              <li>{t('closed.step3')}</li>
            </ol>
            <WaitingSwitch session={session} />
            <p className={css.quiet}>{t('whoSees')}</p>
            <Button
              variant="primary"
              size="large"
              icon={<DoorOpen />}
              onPress={door.open}
              isPending={door.isBusy}
              className={css.opener!}
              autoFocus
            >
              {t('open')}
            </Button>
          </div>
        )
      )}
    </>
  )
  return (
    <Dialog
      title={t('title')}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      size={door.door ? 'large' : 'medium'}
    >
      {online ? (
        <Tabs
          label={t('button')}
          selected={way}
          onChange={setWay}
          tabs={[
            { id: 'room', label: words('inRoom'), content: inRoom },
            { id: 'online', label: words('title'), content: online },
          ]}
        />
      ) : (
        inRoom
      )}
    </Dialog>
  )
}
