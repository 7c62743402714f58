import { useText } from '../../ui/language'
import css from './networkCheck.module.css'

/** How to compare the fingerprint; only where the page came encrypted from a computer in the room. */
export function OwnCertificate({ relayUrl }: { relayUrl: string }) {
  const t = useText('check')
  if (!isOwnCertificate(relayUrl)) return null
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

/** An authority vouches for names on the internet, never for an address or a name of the local network. */
function isOwnCertificate(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' && (/^[\d.]+$/.test(hostname) || hostname.endsWith('.local'))
}
