import { Lock, LockOpen } from 'lucide-react'
import { useState } from 'react'
import type { Session } from '../../document/session'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { useText } from '../../ui/language'
import { Switch } from '../../ui/Switch'
import { listMembers } from '../../document/people'
import { fingerprintLines } from './fingerprintLines'
import type { DoorwayState } from './useDoorway'
import css from './encrypted.module.css'

/** Whether others on the network can read along, said plainly, and the switch that ends it at a price. */
export function Encrypted({ session, doorway }: { session: Session; doorway: DoorwayState }) {
  const t = useText('doorway')
  const { status, isBusy, change } = doorway
  const [wanted, setWanted] = useState<boolean | null>(null)
  if (!status) return null
  const { isOn, fingerprint } = status.encryption

  const choose = async (isEncrypted: boolean) => {
    const members = await listMembers(session)
    const hasGuests = members.ok && members.value.some(({ role, here }) => role !== 'facilitator' && here)
    if (hasGuests) setWanted(isEncrypted)
    else change({ isEncrypted })
  }

  return (
    <section className={css.encrypted} aria-label={t('encryption')}>
      <div className={css.state}>
        {isOn ? <Lock size={20} aria-hidden="true" /> : <LockOpen size={20} aria-hidden="true" />}
        <p>{t(isOn ? 'encrypted' : 'plain')}</p>
      </div>
      <Switch
        isSelected={isOn}
        isDisabled={isBusy}
        onChange={(isEncrypted) => void choose(isEncrypted)}
        description={t('encryptPrice')}
      >
        {t('encrypt')}
      </Switch>
      <details className={css.more}>
        <summary>{t(isOn ? 'encryptedMore' : 'encryptWhen')}</summary>
        {isOn ? (
          <>
            {fingerprint && (
              <>
                <p>{t('fingerprint')}</p>
                <p className={css.fingerprint} dir="ltr" data-fingerprint={fingerprint}>
                  {fingerprintLines(fingerprint).map((line) => (
                    <span key={line}>{line} </span>
                  ))}
                </p>
              </>
            )}
            <ol>
              <li>{t('warns.press')}</li>
              <li>{t('warns.compare')}</li>
              <li>{t('warns.apple')}</li>
            </ol>
          </>
        ) : (
          <>
            <p>{t('worth')}</p>
            <p>{t('warns.apple')}</p>
          </>
        )}
      </details>
      <ConfirmDialog
        title={t('switch.title')}
        text={t('switch.text')}
        confirmLabel={t('switch.confirm')}
        isOpen={wanted !== null}
        onOpenChange={(isOpen) => !isOpen && setWanted(null)}
        onConfirm={() => wanted !== null && change({ isEncrypted: wanted })}
      />
    </section>
  )
}
