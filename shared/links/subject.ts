// What the thing is called that a canvas's own finding is about.
import type { Finding } from '../checks/finding'
import { placeOfFinding } from '../impact/findingPlace'
import { thingsOf, type ChainContent, type PageContent } from './content'

/** Empty when it has no name, or is the whole page. A period has its own: 2027Q2. */
export function subjectOf(content: PageContent, finding: Finding): string {
  if (content.kind === 'impactChain') return subjectInChain(content, finding)
  const thing = thingsOf(content).find(({ id }) => id === finding.target)
  if (thing) return thing.title
  const isPeriod = content.kind === 'financingPlan' && content.input.periods.includes(finding.target)
  return isPeriod ? finding.target : ''
}

function subjectInChain({ input }: ChainContent, finding: Finding): string {
  const titleOf = (id: string) => input.elements.find((each) => each.id === id)?.title.trim() ?? ''
  const place = placeOfFinding(finding, input)
  switch (place.kind) {
    case 'element':
      return titleOf(place.id)
    case 'indicator':
      return input.indicators.find(({ id }) => id === place.id)?.name.trim() ?? ''
    case 'link': {
      const link = input.links.find(({ id }) => id === place.id)
      return link ? `${titleOf(link.from)} → ${titleOf(link.to)}` : ''
    }
    case 'assumption':
      return input.assumptions.find(({ id }) => id === place.id)?.text.trim() ?? ''
    case 'targetGroup':
      return input.targetGroups.find(({ id }) => id === place.id)?.name.trim() ?? ''
    default:
      return ''
  }
}
