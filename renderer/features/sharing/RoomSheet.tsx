import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import type { Door } from '../../../shared/relay/api'
import type { DoorwayStatus } from '../../../shared/relay/doorway'
import { useText } from '../../ui/language'
import { typedAddress } from './codeGroups'
import { fingerprintLines } from './fingerprintLines'
import { QrCode } from './QrCode'
import { sheetSteps } from './sheetText'
import css from './roomSheet.module.css'

export interface RoomSheetProps {
  door: Door
  status: DoorwayStatus
  onPrinted: () => void
}

/** A sheet to hang on the wall or lay on the tables: only printed, never seen. */
export function RoomSheet({ door, status, onPrinted }: RoomSheetProps) {
  const t = useText('doorway')
  const sharing = useText('sharing')
  useEffect(() => {
    document.documentElement.classList.add(css.printing!)
    window.addEventListener('afterprint', onPrinted, { once: true })
    window.print()
    return () => {
      document.documentElement.classList.remove(css.printing!)
      window.removeEventListener('afterprint', onPrinted)
    }
  }, [onPrinted])
  const { url, shortUrl } = door.addresses[0]!
  const address = typedAddress(shortUrl)
  const { fingerprint } = status.encryption
  return createPortal(
    <div className={css.sheet} data-sheet="">
      <h1>{t('sheet.title')}</h1>
      <div className={css.qr}>
        <QrCode text={url} label={sharing('qr')} />
      </div>
      <ol>
        {sheetSteps(t, { address, code: door.code, status }).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {fingerprint && (
        <p className={css.fingerprint}>
          {t('fingerprint')}
          {fingerprintLines(fingerprint).map((line) => (
            <span key={line} dir="ltr">
              {line}
            </span>
          ))}
        </p>
      )}
      <p>{t('sheet.trouble', { address: `${address}/#/check` })}</p>
    </div>,
    document.body,
  )
}
