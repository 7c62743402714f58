import { Copy } from 'lucide-react'
import { Button } from '../../../ui/Button'
import { useText } from '../../../ui/language'
import { QrCode } from '../QrCode'
import css from './invites.module.css'

export interface MadeInviteProps {
  link: string
  /** For whom, in words. */
  role: string
  copy: (text: string) => void
}

/** A link that was just made: it is shown this once. */
export function MadeInvite({ link, role, copy }: MadeInviteProps) {
  const t = useText('invites')
  return (
    <section className={css.made} aria-label={t('made.title', { role })}>
      <div className={css.picture}>
        <QrCode text={link} label={t('made.qr', { role })} />
      </div>
      <div className={css.madeWords}>
        <h3 className={css.title}>{t('made.title', { role })}</h3>
        <p>{t('made.text')}</p>
        <p className={css.link} dir="ltr">
          {link}
        </p>
        <Button icon={<Copy />} onPress={() => copy(link)} autoFocus className={css.maker!}>
          {t('made.copy')}
        </Button>
      </div>
    </section>
  )
}
