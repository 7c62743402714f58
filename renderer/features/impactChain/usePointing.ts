// What the person points at: the view, the open panel, and what a link or a finding led to.
import { useCallback, useEffect, useRef, useState } from 'react'
import { useRoominess } from '../../ui/useMedia'
import { needId } from '../../../shared/impact/layout'
import { stepOf } from '../../../shared/impact/steps'
import type { ArrangedChain, PlacedFinding } from './chainData'
import { placeOfPanel, type Panel } from './panel/panelKind'
import type { View } from './ViewChoice'

/** The mark goes away after so many ms. */
const markedFor = 2600

export function usePointing(now: () => ArrangedChain, isNarrow: boolean, focusOn: string | null) {
  const isPhone = useRoominess() === 'phone'
  const [chosenView, setView] = useState<View | null>(null)
  const view = chosenView ?? (isPhone ? 'table' : 'drawing')
  const [panel, setPanel] = useState<Panel | null>(null)
  const [isFromFindings, setFromFindings] = useState(false)
  const [newElement, setNewElement] = useState<string | null>(null)
  const [showing, setShowing] = useState<{ place: string } | null>(null)
  const [highlighted, setHighlighted] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const latestView = useRef(view)
  useEffect(() => {
    latestView.current = view
  })

  const reveal = useCallback((place: string) => setShowing({ place }), [])
  const highlight = useCallback(
    (place: string) => {
      reveal(place)
      setHighlighted(place)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => setHighlighted(null), markedFor)
      if (latestView.current === 'table') showInTable(place, now())
    },
    [reveal, now],
  )
  const open = useCallback(
    (next: Panel | null) => {
      setPanel(next)
      const element = next?.kind === 'element' ? now().element(next.id) : undefined
      // One that nobody has named yet is new: writing its title comes first.
      setNewElement(next?.kind === 'element' && (element?.title ?? '') === '' ? next.id : null)
      setFromFindings(false)
      const place = placeOfPanel(next)
      if (place !== null) reveal(place)
    },
    [reveal, now],
  )
  const showFinding = useCallback(
    ({ place }: PlacedFinding) => {
      const go = (next: Panel, mark: string) => {
        open(next)
        setFromFindings(true)
        highlight(mark)
      }
      switch (place.kind) {
        case 'need':
          return go({ kind: 'about' }, needId)
        case 'step':
          return isNarrow ? (setPanel(null), highlight(`step:${place.id}`)) : highlight(`step:${place.id}`)
        case 'element':
          return go({ kind: 'element', id: place.id }, `element:${place.id}`)
        case 'indicator':
          return go({ kind: 'element', id: place.element, indicator: place.id }, `element:${place.element}`)
        case 'link':
          return go({ kind: 'link', id: place.id }, `link:${place.id}`)
        case 'assumption':
          return place.link === null
            ? go({ kind: 'about' }, needId)
            : go({ kind: 'link', id: place.link, assumption: place.id }, `link:${place.link}`)
        case 'targetGroup':
          return go({ kind: 'about', targetGroup: place.id }, needId)
      }
    },
    [open, highlight, isNarrow],
  )

  const showLinked = useRef((_id: string) => {})
  useEffect(() => {
    showLinked.current = (id) => {
      const data = now()
      const indicator = data.indicators.find((each) => each.id === id)
      const element = data.element(indicator?.elementId ?? id)
      if (element) {
        open({ kind: 'element', id: element.id, ...(indicator && { indicator: indicator.id }) })
        highlight(`element:${element.id}`)
      } else if (data.link(id)) {
        open({ kind: 'link', id })
        highlight(`link:${id}`)
      }
    }
  })
  useEffect(() => {
    if (focusOn !== null) showLinked.current(focusOn)
  }, [focusOn])
  return {
    view,
    setView,
    panel,
    open,
    isFromFindings,
    newElement,
    showing,
    reveal,
    highlighted,
    showFinding,
  }
}

/** Scrolls the table to an element, to a link's first end, or to a step. */
function showInTable(place: string, data: ArrangedChain): void {
  const [kind, id = ''] = place.split(/:(.*)/s)
  const elementId = kind === 'link' ? (data.link(id)?.from ?? '') : id
  const element = data.element(elementId)
  const selector =
    kind === 'step' || place === needId
      ? `[data-step="${kind === 'step' ? id : needId}"]`
      : `[data-element="${CSS.escape(elementId)}"], [data-step="${element ? stepOf(element) : needId}"]`
  requestAnimationFrame(() => {
    const found =
      document.querySelector(`[data-element="${CSS.escape(elementId)}"]`) ?? document.querySelector(selector)
    found?.scrollIntoView({ block: 'center' })
  })
}
