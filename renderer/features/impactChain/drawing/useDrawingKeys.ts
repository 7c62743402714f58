import { useCallback, type KeyboardEvent, type RefObject } from 'react'
import { needId, neighbourOf, type ChainLayout, type Direction } from '../../../../shared/impact/layout'
import { stepOf, steps } from '../../../../shared/impact/steps'
import { useChain } from '../chainContext'
import { stepOneUpOrDown } from '../stepOneUpOrDown'

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/** Focuses an element of the drawing, once it is drawn. */
export function focusNode(root: HTMLElement | null, id: string): void {
  requestAnimationFrame(() =>
    root?.querySelector<HTMLElement>(`[data-node="${CSS.escape(id)}"]`)?.focus({ preventScroll: true }),
  )
}

/** Arrows go between elements, with Alt they move one; Enter opens it; Delete takes it away. */
export function useDrawingKeys(
  layout: ChainLayout,
  current: string,
  setCurrent: (id: string) => void,
  root: RefObject<HTMLDivElement | null>,
) {
  const { actions, canWrite, open, revealInDrawing, now } = useChain()
  return useCallback(
    (event: KeyboardEvent<HTMLDivElement>) => {
      if (!(event.target instanceof HTMLElement) || event.target.dataset.node === undefined) return
      const direction = directions[event.key]
      const element = now().element(current)
      if (direction && event.altKey) {
        event.preventDefault()
        if (!element || !canWrite) return
        if (direction === 'up' || direction === 'down')
          stepOneUpOrDown(element, direction === 'up' ? -1 : 1, now().elements, actions)
        else {
          const step = steps[steps.indexOf(stepOf(element)) + (direction === 'left' ? -1 : 1)]
          if (step) actions.moveElement(element.id, step, null)
        }
        focusNode(root.current, current)
        revealInDrawing(`element:${current}`)
      } else if (direction) {
        event.preventDefault()
        const next = neighbourOf(layout, current, direction)
        if (next === undefined) return
        setCurrent(next)
        focusNode(root.current, next)
        revealInDrawing(next === needId ? needId : `element:${next}`)
      } else if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault()
        open(current === needId ? { kind: 'about' } : { kind: 'element', id: current })
      } else if (event.key === 'Delete' && element && canWrite) {
        event.preventDefault()
        const next = neighbourOf(layout, current, 'down') ?? neighbourOf(layout, current, 'up') ?? needId
        actions.removeElement(element.id)
        setCurrent(next)
        focusNode(root.current, next)
      }
    },
    [layout, current, setCurrent, root, actions, canWrite, open, revealInDrawing, now],
  )
}
