import { Copy, DoorClosed, UserRoundPlus } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Door } from '../../../shared/relay/api'
import type { Session } from '../../document/session'
import { Button } from '../../ui/Button'
import { copyText } from '../../ui/copyText'
import { useText } from '../../ui/language'
import { toast } from '../../ui/toast'
import { groupCode, typedAddress } from './codeGroups'
import { Encrypted } from './Encrypted'
import { invitesHere } from './invites/inviteSource'
import { InvitesDialog } from './invites/InvitesDialog'
import { Joined } from './Joined'
import { LargeQr } from './LargeQr'
import { NotWorking } from './NotWorking'
import { QrCode } from './QrCode'
import { RoomAddress } from './RoomAddress'
import { RoomNotices } from './RoomNotices'
import { useDoorway } from './useDoorway'
import { WaitingSwitch } from './WaitingSwitch'
import css from './share.module.css'

export interface OpenDoorProps {
  session: Session
  door: Door
  close: () => void
  isClosing: boolean
  /** Asks again how guests come in. */
  refresh: () => void
}

/** The open door, large enough to be read from the back of a room. */
export function OpenDoor({ session, door, close, isClosing, refresh }: OpenDoorProps) {
  const t = useText('sharing')
  const ui = useText('ui')
  const invites = useText('invites')
  const [isInviting, setInviting] = useState(false)
  const room = useText('doorway')
  const doorway = useDoorway(door, refresh)
  const localUrl = doorway.status?.localUrl
  const address = door.addresses[0]
  const shortUrl = address?.shortUrl ?? ''
  const source = useMemo(() => invitesHere(session, shortUrl, ui), [session, shortUrl, ui])
  if (!address) return <p className={css.problem}>{ui('problem.doorFailed')}</p>

  const copy = async (text: string, done: string) => {
    if (await copyText(text)) toast({ kind: 'done', text: done })
    else toast({ kind: 'problem', text: t('notCopied', { link: text }) })
  }

  return (
    <div className={css.door}>
      <div className={css.picture}>
        <QrCode text={address.url} label={t('qr')} />
        <LargeQr door={door} />
      </div>
      <div className={css.ways}>
        <RoomNotices doorway={doorway} />
        <div className={css.way}>
          <p className={css.ask}>{t('scan')}</p>
        </div>
        <div className={css.way}>
          <p className={css.ask}>{t('type')}</p>
          <p className={css.address}>
            <span dir="ltr">{typedAddress(address.shortUrl)}</span>
          </p>
          {localUrl && (
            <p className={css.quiet}>
              {room('byName')}{' '}
              <span className={css.name} dir="ltr">
                {typedAddress(localUrl)}
              </span>
            </p>
          )}
        </div>
        <div className={css.way}>
          <p className={css.ask}>{t('code')}</p>
          <p className={css.code} aria-label={[...door.code].join(' ')}>
            <span dir="ltr">{groupCode(door.code)}</span>
          </p>
        </div>
        <Joined session={session} />
        <WaitingSwitch session={session} />
        <RoomAddress doorway={doorway} />
        <div className={css.buttons}>
          <Button icon={<Copy />} onPress={() => void copy(address.url, t('copied'))}>
            {t('copy')}
          </Button>
          <Button variant="quiet" icon={<UserRoundPlus />} onPress={() => setInviting(true)}>
            {invites('button')}
          </Button>
        </div>
      </div>
      <div className={css.trouble}>
        <NotWorking door={door} doorway={doorway} />
      </div>
      <Encrypted session={session} doorway={doorway} />
      <div className={css.foot}>
        <div className={css.fine}>
          <p className={css.quiet}>{t('whoSees')}</p>
          <p className={css.quiet}>{t('closes')}</p>
        </div>
        <Button icon={<DoorClosed />} onPress={close} isPending={isClosing}>
          {t('close')}
        </Button>
      </div>
      <InvitesDialog source={source} isOpen={isInviting} onOpenChange={setInviting} />
    </div>
  )
}
