import { useText } from '../../../ui/language'
import { useChainData } from '../chainContext'
import { FindingWords } from './FindingWords'
import css from './findings.module.css'

/** What was found about the element or link that the panel shows. */
export function FindingsHere({ mark }: { mark: string }) {
  const t = useText('impactChain')
  const findings = useChainData().findingsAt.get(mark)
  if (!findings) return null
  return (
    <ul className={css.here} aria-label={t('findings.title')}>
      {findings.map((finding, at) => (
        <li key={`${finding.code} ${finding.target} ${at}`} data-finding={finding.code}>
          <FindingWords finding={finding} />
        </li>
      ))}
    </ul>
  )
}
