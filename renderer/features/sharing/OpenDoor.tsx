import { Copy, DoorClosed, Eye } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Door } from '../../../shared/relay/api'
import type { Session } from '../../document/session'
import { Button } from '../../ui/Button'
import { copyText } from '../../ui/copyText'
import { useText } from '../../ui/language'
import { Select } from '../../ui/Select'
import { toast } from '../../ui/toast'
import { groupCode, typedAddress } from './codeGroups'
import { inviteObservers } from './doorClient'
import { Joined } from './Joined'
import { QrCode } from './QrCode'
import css from './share.module.css'

export interface OpenDoorProps {
  session: Session
  door: Door
  close: () => void
  isClosing: boolean
}

/** The open door, large enough to be read from the back of a room. */
export function OpenDoor({ session, door, close, isClosing }: OpenDoorProps) {
  const t = useText('sharing')
  const ui = useText('ui')
  const [chosen, setChosen] = useState(door.addresses[0]?.url ?? '')
  const address = door.addresses.find((each) => each.url === chosen) ?? door.addresses[0]
  const choices = useMemo(
    () =>
      door.addresses.map((each) => ({
        id: each.url,
        label: typedAddress(each.shortUrl),
        description: each.interface,
      })),
    [door],
  )
  if (!address) return <p className={css.problem}>{ui('problem.doorFailed')}</p>

  const copy = async (text: string, done: string) => {
    if (await copyText(text)) toast({ kind: 'done', text: done })
    else toast({ kind: 'problem', text: t('notCopied', { link: text }) })
  }
  const copyObservers = async () => {
    const link = await inviteObservers(session, address.shortUrl)
    if (link.ok) await copy(link.value, t('copiedObservers'))
    else toast({ kind: 'problem', text: ui(`problem.${link.kind}`) })
  }

  return (
    <div className={css.door}>
      <QrCode text={address.url} label={t('qr')} />
      <div className={css.ways}>
        <div className={css.way}>
          <p className={css.ask}>{t('scan')}</p>
        </div>
        <div className={css.way}>
          <p className={css.ask}>{t('type')}</p>
          <p className={css.address} dir="ltr">
            {typedAddress(address.shortUrl)}
          </p>
        </div>
        <div className={css.way}>
          <p className={css.ask}>{t('code')}</p>
          <p className={css.code} dir="ltr" aria-label={[...door.code].join(' ')}>
            {groupCode(door.code)}
          </p>
        </div>
        <Joined session={session} />
        {choices.length > 1 && (
          <Select label={t('network')} value={address.url} onChange={setChosen} choices={choices} />
        )}
        <div className={css.buttons}>
          <Button icon={<Copy />} onPress={() => void copy(address.url, t('copied'))}>
            {t('copy')}
          </Button>
          <Button variant="quiet" icon={<Eye />} onPress={() => void copyObservers()}>
            {t('copyObservers')}
          </Button>
        </div>
      </div>
      <div className={css.foot}>
        <div className={css.fine}>
          <p className={css.quiet}>{t('whoSees')}</p>
          <p className={css.quiet}>{t('closes')}</p>
        </div>
        <Button icon={<DoorClosed />} onPress={close} isPending={isClosing}>
          {t('close')}
        </Button>
      </div>
    </div>
  )
}
