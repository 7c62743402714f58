import type { FindingPlace } from '../../../../shared/impact/findingPlace'
import { useText } from '../../../ui/language'
import { useChainData } from '../chainContext'
import { FindingWords } from './FindingWords'
import css from './findings.module.css'

interface FindingsHereProps {
  kind: Extract<FindingPlace['kind'], 'element' | 'link' | 'indicator' | 'assumption' | 'targetGroup'>
  id: string
}

/** What was found about one thing, where it can be mended. */
export function FindingsHere({ kind, id }: FindingsHereProps) {
  const t = useText('impactChain')
  const { findings } = useChainData()
  const own = findings.filter(({ place }) => place.kind === kind && 'id' in place && place.id === id)
  if (own.length === 0) return null
  return (
    <ul className={css.here} aria-label={t('findings.title')}>
      {own.map((finding, at) => (
        <li key={`${finding.code} ${at}`} data-finding={finding.code}>
          <FindingWords finding={finding} />
        </li>
      ))}
    </ul>
  )
}
