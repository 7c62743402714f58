// An impact-chain page read once, as plain data, for what shows one moment of it: files, print, checks.
import type * as Y from 'yjs'
import type { ChainParts } from './chainInput'
import {
  chainNeed,
  inOrder,
  linksBetween,
  readChainFacts,
  viewAssumptions,
  viewElements,
  viewIndicators,
  viewLinks,
  viewSroiLines,
  viewStakeholders,
  viewTargetGroups,
  type SroiLine,
} from './impactChain'
import type { RecordView } from './recordView'

export interface WholeChain extends ChainParts {
  readonly sroiLines: readonly SroiLine[]
}

/** Every list in the order people gave it; only what stands between elements that are there. */
export function readChain(doc: Y.Doc, page: { id: string; title: string }): WholeChain {
  const elements = once(viewElements(doc))
  const there = new Set(elements.map((each) => each.id))
  return {
    id: page.id,
    title: page.title,
    need: chainNeed(doc).read(),
    facts: readChainFacts(doc),
    elements,
    links: linksBetween(elements, once(viewLinks(doc))),
    assumptions: once(viewAssumptions(doc)),
    targetGroups: once(viewTargetGroups(doc)),
    stakeholders: once(viewStakeholders(doc)),
    // Those of an element that is taken away wait for it.
    indicators: once(viewIndicators(doc)).filter((each) => there.has(each.elementId)),
    sroiLines: once(viewSroiLines(doc)),
  }
}

/** How many elements the chain has. */
export function countElements(page: Y.Doc): number {
  return once(viewElements(page)).length
}

/** Whether somebody has set up a chain in the page or written in it. */
export function holdsChain(page: Y.Doc): boolean {
  return countElements(page) > 0 || readChainFacts(page).start !== '' || chainNeed(page).read() !== ''
}

/** The records as they are now. */
function once<T extends { id: string; order: string }>(view: RecordView<T>): readonly T[] {
  const records = inOrder(view.records())
  view.close()
  return records
}
