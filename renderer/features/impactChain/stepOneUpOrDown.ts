import { groupBySteps, stepOf } from '../../../shared/impact/steps'
import type { ChainElement } from '../../../shared/document/impactChain'
import type { ChainActions } from './chainActions'

/** Moves an element one place up (-1) or down (1) in its column; false when there is no such place. */
export function stepOneUpOrDown(
  element: ChainElement,
  by: -1 | 1,
  inOrder: readonly ChainElement[],
  actions: Pick<ChainActions, 'moveElement'>,
): boolean {
  const step = stepOf(element)
  const column = groupBySteps(inOrder).get(step) ?? []
  const to = column.findIndex((each) => each.id === element.id) + by
  if (to < 0 || to >= column.length) return false
  const next = by < 0 ? column[to] : column[to + 1]
  actions.moveElement(element.id, step, next?.id ?? null)
  return true
}
