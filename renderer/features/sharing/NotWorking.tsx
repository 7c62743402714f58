import { CircleCheck, CircleHelp, Copy, Printer } from 'lucide-react'
import { useState } from 'react'
import type { Door } from '../../../shared/relay/api'
import { Button } from '../../ui/Button'
import { copyText } from '../../ui/copyText'
import { useText } from '../../ui/language'
import { toast } from '../../ui/toast'
import { typedAddress } from './codeGroups'
import { RoomSheet } from './RoomSheet'
import { writeSheet } from './sheetText'
import type { DoorwayState } from './useDoorway'
import css from './notWorking.module.css'

/** Whether anybody's device has reached this computer at all, and what to do when none has. */
export function NotWorking({ door, doorway }: { door: Door; doorway: DoorwayState }) {
  const t = useText('doorway')
  const [isPrinting, setPrinting] = useState(false)
  const { status } = doorway
  const address = door.addresses[0]
  if (!status || !address) return null
  const { reached, system, hasVpn } = status

  const copy = async () => {
    const text = writeSheet(t, { address: typedAddress(address.shortUrl), code: door.code, status })
    if (await copyText(text)) toast({ kind: 'done', text: t('sheet.copied') })
    else toast({ kind: 'problem', text })
  }

  return (
    <section className={css.help} aria-label={t('notWorking')}>
      <p className={css.reached} role="status" data-reached={reached}>
        {reached > 0 ? (
          <CircleCheck size={20} aria-hidden="true" />
        ) : (
          <CircleHelp size={20} aria-hidden="true" />
        )}
        {reached > 0 ? t('reached', { count: reached }) : t('reachedNone')}
      </p>
      <details className={css.more}>
        <summary>{t('notWorking')}</summary>
        {reached > 0 ? <p>{t('help.reached')}</p> : <p>{t('help.notReached')}</p>}
        <ol>
          {hasVpn && <li className={css.likely}>{t('help.vpnOn')}</li>}
          <li>{t('help.sameNetwork')}</li>
          <li>
            {t('help.firewall')} {t(`firewall.${system}`, { port: new URL(address.shortUrl).port })}
          </li>
          <li>{t('help.guestNetwork')}</li>
          {!hasVpn && <li>{t('help.vpn')}</li>}
          <li>
            {t('help.hotspot')} {t(`hotspot.${system}`)}
          </li>
          <li>{t('help.guestPage', { address: `${typedAddress(address.shortUrl)}/#/check` })}</li>
        </ol>
        <div className={css.buttons}>
          <Button size="small" icon={<Printer />} onPress={() => setPrinting(true)}>
            {t('sheet.print')}
          </Button>
          <Button size="small" variant="quiet" icon={<Copy />} onPress={() => void copy()}>
            {t('sheet.copy')}
          </Button>
        </div>
      </details>
      {isPrinting && <RoomSheet door={door} status={status} onPrinted={() => setPrinting(false)} />}
    </section>
  )
}
