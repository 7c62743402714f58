// An impact chain as it is printed: its records, what was found, how far its indicators have come, and its words.
import { isInvalidInput } from '../../../shared/checks/invalidInput'
import type { Finding } from '../../../shared/checks/finding'
import { chainInput } from '../../../shared/document/chainInput'
import { linksBetween, type ChainElement, type ChainLink } from '../../../shared/document/impactChain'
import type { WholeChain } from '../../../shared/document/readChain'
import { checkImpactChain } from '../../../shared/impact/checkChain'
import type { Coverage } from '../../../shared/impact/coverage'
import { placeOfFinding } from '../../../shared/impact/findingPlace'
import type { IndicatorProgress } from '../../../shared/impact/progress'
import { formatBasisPoints, formatKronor } from '../../../shared/money/format'
import type { Text } from '../../ui/language'
import type { Printing } from '../printing'

export interface PrintedChain {
  printing: Printing
  title: string
  chain: WholeChain
  /** Those with both their ends. */
  links: readonly ChainLink[]
  findings: readonly Finding[]
  progress: ReadonlyMap<string, IndicatorProgress>
  /** Null when the chain can't be checked. */
  coverage: Coverage | null
  /** The print document's own words, and those of the chain. */
  text: Text
  words: Text
  nameOf(elementId: string): string
  nameOfLink(link: ChainLink): string
  /** What a finding is about, by name; empty for the whole chain. */
  placeOf(finding: Finding): string
  number(value: number): string
  share(basisPoints: number | null): string
  kronor(ore: number): string
}

export function prepareChain(printing: Printing, title: string, chain: WholeChain): PrintedChain {
  const { text, chainText: words, locale, today } = printing
  const input = chainInput(chain)
  const checked = checkImpactChain(input, today)
  const isChecked = !isInvalidInput(checked)
  const byId = new Map<string, ChainElement>(chain.elements.map((element) => [element.id, element]))
  const shown = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 })
  const nameOf = (id: string) => byId.get(id)?.title.trim() || words('untitled')
  const nameOfLink = (link: ChainLink) => words('link.name', { from: nameOf(link.from), to: nameOf(link.to) })
  return {
    printing,
    title,
    chain,
    links: linksBetween(chain.elements, chain.links),
    findings: checked.findings,
    progress: new Map(isChecked ? checked.indicatorProgress.map((each) => [each.indicatorId, each]) : []),
    coverage: isChecked ? checked.coverage : null,
    text,
    words,
    nameOf,
    nameOfLink,
    placeOf(finding) {
      const place = placeOfFinding(finding, input)
      switch (place.kind) {
        case 'need':
          return words('about.need')
        case 'step':
          return words(`step.${place.id}.title`)
        case 'element':
          return nameOf(place.id)
        case 'indicator':
          return (
            chain.indicators.find(({ id }) => id === place.id)?.name.trim() || words('indicator.untitled')
          )
        case 'link': {
          const link = chain.links.find(({ id }) => id === place.id)
          return link ? nameOfLink(link) : ''
        }
        case 'assumption':
          return (
            chain.assumptions.find(({ id }) => id === place.id)?.text.trim() || words('assumption.untitled')
          )
        case 'targetGroup':
          return chain.targetGroups.find(({ id }) => id === place.id)?.name.trim() || words('untitled')
      }
    },
    number: (value) => shown.format(value).replace('-', '\u2212'),
    share: (basisPoints) => formatBasisPoints(basisPoints, locale),
    kronor: (ore) => formatKronor(ore, locale),
  }
}

/** The place in the document where an element stands in full. */
export function elementAnchor(pageId: string, elementId: string): string {
  return `element-${pageId}-${elementId}`
}
