import { useCallback, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react'
import { localeOf, useLanguage } from '../../ui/language'
import { DetailsContext, PlanContext, type PlanPage } from './planContext'
import { useHighlight } from './useHighlight'

interface PlanProviderProps extends Pick<
  PlanPage,
  'room' | 'canWrite' | 'actions' | 'undo' | 'people' | 'tell'
> {
  /** The page, or the dialog, that it all happens in. */
  root: RefObject<HTMLElement | null>
  children: ReactNode
}

/** Gives the parts of one plan what they share. */
export function PlanProvider(props: PlanProviderProps) {
  const { room, canWrite, actions, undo, people, tell, root, children } = props
  const locale = localeOf[useLanguage()]
  const [details, showDetails] = useState<string | null>(null)
  const [highlighted, highlight] = useHighlight(root)
  const offered = useRef<(() => void) | null>(null)
  const fillRight = useCallback(() => offered.current?.(), [])
  const offerFillRight = useCallback((fill: (() => void) | null) => {
    offered.current = fill
  }, [])
  const page = useMemo<PlanPage>(
    () => ({
      room,
      canWrite,
      locale,
      actions,
      undo,
      people,
      tell,
      showDetails,
      highlighted,
      highlight,
      fillRight,
      offerFillRight,
    }),
    [room, canWrite, locale, actions, undo, people, tell, highlighted, highlight, fillRight, offerFillRight],
  )
  return (
    <PlanContext value={page}>
      <DetailsContext value={details}>{children}</DetailsContext>
    </PlanContext>
  )
}
