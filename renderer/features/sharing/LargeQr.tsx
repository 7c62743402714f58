import { Maximize2 } from 'lucide-react'
import { useState } from 'react'
import type { Door } from '../../../shared/relay/api'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { useText } from '../../ui/language'
import { groupCode, typedAddress } from './codeGroups'
import { QrCode } from './QrCode'
import css from './largeQr.module.css'

/** The picture as large as the screen, with what is typed beside it: for a projector and the back of a room. */
export function LargeQr({ door }: { door: Door }) {
  const t = useText('doorway')
  const sharing = useText('sharing')
  const [isOpen, setOpen] = useState(false)
  const address = door.addresses[0]
  if (!address) return null
  return (
    <>
      <Button size="small" variant="quiet" icon={<Maximize2 />} onPress={() => setOpen(true)}>
        {t('large')}
      </Button>
      <Dialog title={t('sheet.title')} size="full" isOpen={isOpen} onOpenChange={setOpen}>
        <div className={css.large}>
          <QrCode text={address.url} label={sharing('qr')} />
          <div className={css.words}>
            <p className={css.address}>
              <span dir="ltr">{typedAddress(address.shortUrl)}</span>
            </p>
            <p className={css.code}>
              <span dir="ltr">{groupCode(door.code)}</span>
            </p>
          </div>
        </div>
      </Dialog>
    </>
  )
}
