import type { Finding } from '../../../../shared/checks/finding'
import { useLanguage, useText } from '../../../ui/language'
import { FindingMark } from '../FindingMark'
import css from './findings.module.css'

/** A finding in words: how much it matters, what it is, and what one can do. */
export function FindingWords({ finding }: { finding: Finding }) {
  const t = useText('impactChain')
  const language = useLanguage()
  return (
    <>
      <p className={css.message}>
        <span className={css.severity} data-severity={finding.severity}>
          <FindingMark severity={finding.severity} />
          {t(`severity.${finding.severity}`)}
        </span>{' '}
        {language === 'sv' ? finding.messageSv : finding.messageEn}
      </p>
      <p className={css.advice}>{t(`advice.${finding.code}`)}</p>
    </>
  )
}
