import { ArrowLeft, Copy, RotateCcw } from 'lucide-react'
import { Button } from '../../ui/Button'
import { copyText } from '../../ui/copyText'
import { useText } from '../../ui/language'
import { toast } from '../../ui/toast'
import { useDocumentTitle } from '../../ui/useDocumentTitle'
import { CheckRow } from './CheckRow'
import { OwnCertificate } from './OwnCertificate'
import { checkNames, verdict } from './outcomes'
import { writeReport } from './report'
import { useNetworkCheck } from './useNetworkCheck'
import css from './networkCheck.module.css'

export interface NetworkCheckProps {
  relayUrl: string
  goBack: () => void
}

/** "Does it not work?" from the guest's side: what was tried, what came of it, and what to do. */
export default function NetworkCheck({ relayUrl, goBack }: NetworkCheckProps) {
  const t = useText('check')
  const ui = useText('ui')
  useDocumentTitle(t('title'))
  const { outcomes, isRunning, again } = useNetworkCheck(relayUrl)
  const found = verdict(outcomes)

  const copy = async () => {
    const report = writeReport(t, outcomes)
    if (await copyText(report)) toast({ kind: 'done', text: t('copied') })
    else toast({ kind: 'problem', text: report })
  }

  return (
    <main className={css.place}>
      <div className={css.card}>
        <h1 className={css.title}>{t('title')}</h1>
        <p role="status" className={css.verdict} data-verdict={found ?? 'running'}>
          {t(`verdict.${found ?? 'running'}`)}
        </p>
        <ul className={css.checks}>
          {checkNames.map((name) => (
            <CheckRow key={name} name={name} outcome={outcomes[name]} />
          ))}
        </ul>
        <div className={css.buttons}>
          <Button variant="primary" size="large" icon={<ArrowLeft className={css.back} />} onPress={goBack}>
            {ui('back')}
          </Button>
          <Button size="large" icon={<RotateCcw />} onPress={again} isPending={isRunning}>
            {t('again')}
          </Button>
          <Button
            size="large"
            variant="quiet"
            icon={<Copy />}
            onPress={() => void copy()}
            isDisabled={found === null}
          >
            {t('copy')}
          </Button>
        </div>
        <OwnCertificate relayUrl={relayUrl} />
        {found !== 'bad' && (
          <section className={css.more}>
            <h2>{t('always.title')}</h2>
            <ul>
              {(['sameWifi', 'typeByHand', 'vpn', 'guestWifi', 'hotspot', 'askLeader'] as const).map(
                (key) => (
                  <li key={key}>{t(`advice.${key}`)}</li>
                ),
              )}
            </ul>
          </section>
        )}
        <p className={css.quiet}>{t('private')}</p>
      </div>
    </main>
  )
}
