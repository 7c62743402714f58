import type { PlacedFinding } from '../chainData'
import { elementTypes } from '../../../../shared/impact/input'
import { Button } from '../../../ui/Button'
import { useText } from '../../../ui/language'
import { useChainData } from '../chainContext'
import { useNames } from '../useNames'
import { useNumbers } from '../useNumbers'
import { FindingWords } from './FindingWords'
import css from './findings.module.css'

/** All findings, the weightiest first; each leads to its place. They advise and never stop anyone. */
export function FindingsPanel({ show }: { show: (finding: PlacedFinding) => void }) {
  const t = useText('impactChain')
  const { findings } = useChainData()
  const placeName = usePlaceName()
  return (
    <>
      <p>{findings.length === 0 ? t('findings.none') : t('findings.explain')}</p>
      <ul className={css.list}>
        {findings.map((finding, at) => {
          const name = placeName(finding)
          return (
            <li
              key={`${finding.code} ${finding.target} ${at}`}
              className={css.finding}
              data-finding={finding.code}
            >
              <FindingWords finding={finding} />
              {name && <p className={css.about}>{name}</p>}
              <Button
                size="small"
                aria-label={name ? t('findings.showNamed', { name }) : t('findings.show')}
                onPress={() => show(finding)}
              >
                {t('findings.show')}
              </Button>
            </li>
          )
        })}
      </ul>
      <Coverage />
    </>
  )
}

/** What a finding is about, by name. */
function usePlaceName(): (finding: PlacedFinding) => string {
  const t = useText('impactChain')
  const names = useNames()
  const data = useChainData()
  return ({ place }) => {
    switch (place.kind) {
      case 'need':
        return t('about.need')
      case 'step':
        return t(`step.${place.id}.title`)
      case 'element':
        return names.element(data.element(place.id))
      case 'indicator': {
        const indicator = data.indicators.find((each) => each.id === place.id)
        return indicator?.name.trim() || t('indicator.untitled')
      }
      case 'link': {
        const link = data.link(place.id)
        return link ? names.link(link, data) : ''
      }
      case 'assumption':
        return data.assumption(place.id)?.text.trim() || t('assumption.untitled')
      case 'targetGroup':
        return data.targetGroups.find((each) => each.id === place.id)?.name.trim() || t('untitled')
    }
  }
}

/** How much of the chain is there. */
function Coverage() {
  const t = useText('impactChain')
  const numbers = useNumbers()
  const { coverage } = useChainData()
  if (!coverage) return null
  return (
    <section>
      <h3 className={css.message}>{t('coverage.title')}</h3>
      <dl className={css.figures}>
        {elementTypes.map((type) => (
          <div key={type} style={{ display: 'contents' }}>
            <dt>{t(`type.${type}`)}</dt>
            <dd>{coverage.elementCount[type] ?? 0}</dd>
          </div>
        ))}
        <dt>{t('coverage.links')}</dt>
        <dd>{coverage.linkCount}</dd>
        <dt>{t('coverage.outcomes')}</dt>
        <dd>{numbers.showShare(coverage.outcomesWithIndicatorBp)}</dd>
        <dt>{t('coverage.indicators')}</dt>
        <dd>{numbers.showShare(coverage.indicatorsCompleteBp)}</dd>
      </dl>
    </section>
  )
}
