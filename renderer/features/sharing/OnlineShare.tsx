import { Copy, DoorClosed, DoorOpen, Globe, UserRoundPlus } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Organisation, OnlineSession } from '../../../shared/relay/online'
import { Button } from '../../ui/Button'
import { copyText } from '../../ui/copyText'
import { useText } from '../../ui/language'
import { toast } from '../../ui/toast'
import { groupCode, typedAddress } from './codeGroups'
import { invitesOnline } from './invites/inviteSource'
import { InvitesDialog } from './invites/InvitesDialog'
import { wordsFor } from './onlineWordsFor'
import { OrganisationForm, type OrganisationFormProps } from './OrganisationForm'
import { QrCode } from './QrCode'
import type { Online } from './useOnline'
import { WaitingRoomSwitch } from './WaitingSwitch'
import css from './online.module.css'

export interface OnlineShareProps extends Pick<OrganisationFormProps, 'client' | 'platform'> {
  sessionId: string
  online: Online
}

/** The second way to share: by way of the organisation's relay. */
export function OnlineShare({ client, platform, sessionId, online }: OnlineShareProps) {
  const t = useText('online')
  const [organisation, setOrganisation] = useState<Organisation | null>()
  const { shared, problem, isBusy } = online
  const isOver = shared?.state.kind === 'ended'
  return (
    <div className={css.online}>
      {problem && (
        <p role="alert" className={css.problem}>
          {t(`problem.${problem}`)}
        </p>
      )}
      {shared && (
        <p role="status" className={css.state} data-state={shared.state.kind}>
          {wordsFor(shared, t)}
        </p>
      )}
      {(!shared || isOver) && (
        <>
          <p>{t('what')}</p>
          <OrganisationForm client={client} platform={platform} onChanged={setOrganisation} />
          {organisation && organisation.protection !== 'unreadable' && (
            <Button variant="primary" icon={<Globe />} onPress={online.start} isPending={isBusy}>
              {t('start')}
            </Button>
          )}
        </>
      )}
      {shared && !isOver && shared.state.kind !== 'stopping' && (
        <Ways client={client} sessionId={sessionId} shared={shared} online={online} />
      )}
    </div>
  )
}

function Ways({
  client,
  sessionId,
  shared,
  online,
}: Pick<OnlineShareProps, 'client' | 'sessionId' | 'online'> & { shared: OnlineSession }) {
  const t = useText('online')
  const sharing = useText('sharing')
  const invites = useText('invites')
  const [isInviting, setInviting] = useState(false)
  const { door } = shared
  const copy = async (text: string) => {
    if (await copyText(text)) toast({ kind: 'done', text: sharing('copied') })
    else toast({ kind: 'problem', text: sharing('notCopied', { link: text }) })
  }
  const source = useMemo(() => invitesOnline(client, sessionId, t), [client, sessionId, t])

  return (
    <>
      {door && (
        <div className={css.ways}>
          <QrCode text={door.url} label={sharing('qr')} />
          <div className={css.online}>
            <p className={css.ask}>{sharing('scan')}</p>
            <div>
              <p className={css.ask}>{sharing('type')}</p>
              <p className={css.address}>
                <span dir="ltr">{typedAddress(door.shortUrl)}</span>
              </p>
            </div>
            <div>
              <p className={css.ask}>{sharing('code')}</p>
              <p className={css.code} aria-label={[...door.code].join(' ')}>
                <span dir="ltr">{groupCode(door.code)}</span>
              </p>
            </div>
            <Button icon={<Copy />} onPress={() => void copy(door.url)}>
              {sharing('copy')}
            </Button>
          </div>
        </div>
      )}
      {shared.waiting && (
        <WaitingRoomSwitch waiting={shared.waiting} change={online.switchWaiting} isBusy={online.isBusy} />
      )}
      <div className={css.buttons}>
        <Button icon={<UserRoundPlus />} onPress={() => setInviting(true)}>
          {invites('button')}
        </Button>
        <Button
          icon={door ? <DoorClosed /> : <DoorOpen />}
          onPress={() => online.setDoor(!door)}
          isPending={online.isBusy}
        >
          {t(door ? 'shut' : 'open')}
        </Button>
        <Button variant="danger" onPress={online.stop} isPending={online.isBusy}>
          {t('stop')}
        </Button>
      </div>
      <p className={css.quiet}>{t(shared.role === 'facilitator' ? 'stopWhat' : 'stopOwn')}</p>
      <InvitesDialog source={source} isOpen={isInviting} onOpenChange={setInviting} />
    </>
  )
}
