// A canvas as plain data, for what is computed over several canvases at once.
import type * as Y from 'yjs'
import type { PageContent } from '../links/content'
import { blockKeys, notesOfBlock, readLayout, viewNotes } from './businessModel'
import { chainInput } from './chainInput'
import type { Page } from './control'
import {
  readParameters,
  readPlanFacts,
  readScenarios,
  viewFixedCosts,
  viewPersonnel,
  viewSources,
  viewVariableCosts,
} from './financingPlan'
import {
  chainNeed,
  readChainFacts,
  viewAssumptions,
  viewElements,
  viewIndicators,
  viewLinks,
  viewStakeholders,
  viewTargetGroups,
} from './impactChain'
import { planInput } from './planInput'
import { factsInUse } from './planRows'
import type { RecordView } from './recordView'

/** The kinds of page whose things can be linked. */
export const linkedPageKinds: readonly string[] = ['businessModel', 'impactChain', 'financingPlan']

/** What the page holds now; null for a kind that has nothing to link. */
export function readPageContent(page: Page, doc: Y.Doc): PageContent | null {
  const { id, title } = page
  const name = { id, title }
  if (page.kind === 'businessModel') {
    const all = readOnce(viewNotes(doc))
    const notes = blockKeys.flatMap((block) => notesOfBlock(all, block))
    return { kind: 'businessModel', page: name, layout: readLayout(doc), notes }
  }
  if (page.kind === 'impactChain') {
    const input = chainInput({
      id,
      title,
      need: chainNeed(doc).read(),
      facts: readChainFacts(doc),
      elements: readOnce(viewElements(doc)),
      links: readOnce(viewLinks(doc)),
      assumptions: readOnce(viewAssumptions(doc)),
      targetGroups: readOnce(viewTargetGroups(doc)),
      stakeholders: readOnce(viewStakeholders(doc)),
      indicators: readOnce(viewIndicators(doc)),
    })
    return { kind: 'impactChain', page: name, input }
  }
  if (page.kind === 'financingPlan') {
    const input = planInput({
      facts: factsInUse(readPlanFacts(doc), page.createdAt),
      scenarios: readScenarios(doc),
      parameters: readParameters(doc),
      sources: readOnce(viewSources(doc)),
      personnel: readOnce(viewPersonnel(doc)),
      fixedCosts: readOnce(viewFixedCosts(doc)),
      variableCosts: readOnce(viewVariableCosts(doc)),
    })
    return { kind: 'financingPlan', page: name, input }
  }
  return null
}

/** Runs `changed` after every change of the page, whoever made it. Returns the way to stop. */
export function watchPageContent(doc: Y.Doc, changed: () => void): () => void {
  doc.on('update', changed)
  return () => doc.off('update', changed)
}

function readOnce<T>(view: RecordView<T>): readonly T[] {
  const records = view.records()
  view.close()
  return records
}
