import { Lock, LockOpen } from 'lucide-react'
import { hasOwnCertificate, takesNoOwnCertificate } from '../features/networkCheck/ownCertificates'
import { useText } from '../ui/language'
import css from './join.module.css'

/** What others on the network could see, and who will not get in because they cannot. */
export function Encryption({ relayUrl }: { relayUrl: string }) {
  const t = useText('guest')
  const isEncrypted = relayUrl.startsWith('https:')
  const Icon = isEncrypted ? Lock : LockOpen
  return (
    <>
      <p className={css.encryption}>
        <Icon size={18} aria-hidden="true" />
        {t(isEncrypted ? 'encrypted' : 'plain')}
      </p>
      {hasOwnCertificate(relayUrl) && takesNoOwnCertificate() && <p className={css.problem}>{t('apple')}</p>}
    </>
  )
}
