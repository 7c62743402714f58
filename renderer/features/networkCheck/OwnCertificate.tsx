import { useText } from '../../ui/language'
import { hasOwnCertificate } from './ownCertificates'
import css from './networkCheck.module.css'

/** How to compare the fingerprint; only where the page came encrypted from a computer in the room. */
export function OwnCertificate({ relayUrl }: { relayUrl: string }) {
  const t = useText('check')
  if (!hasOwnCertificate(relayUrl)) return null
  return (
    <section className={css.more}>
      <h2>{t('certificate.title')}</h2>
      <p>{t('certificate.text')}</p>
      <ol>
        <li>{t('certificate.step1')}</li>
        <li>{t('certificate.step2')}</li>
        <li>{t('certificate.step3')}</li>
      </ol>
    </section>
  )
}
