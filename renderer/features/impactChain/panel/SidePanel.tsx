import { X } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import { IconButton } from '../../../ui/IconButton'
import { useText } from '../../../ui/language'
import { Sheet } from '../../../ui/Sheet'
import { takeFocus } from '../takeFocus'
import css from './panel.module.css'

interface SidePanelProps {
  title: string
  /** Changes with what the panel shows. */
  about: string
  /** Over the page instead of beside it. */
  isSheet: boolean
  close: () => void
  children: ReactNode
}

/** A panel beside the chain, or over its edge where there is no room. Escape closes it. */
export function SidePanel(props: SidePanelProps) {
  const { title, isSheet, close, children } = props
  if (!isSheet) return <PanelBesidePage {...props} />
  return (
    <Sheet title={title} from="end" isOpen onOpenChange={(isOpen) => !isOpen && close()}>
      <div className={css.inside}>{children}</div>
    </Sheet>
  )
}

function PanelBesidePage({ title, about, close, children }: SidePanelProps) {
  const t = useText('impactChain')
  const panel = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const cameFrom = useRef<HTMLElement | null>(null)
  // Before what is inside brings the right part of itself into view.
  useLayoutEffect(() => {
    panel.current?.scrollTo({ top: 0 })
    const focused = document.activeElement
    if (focused instanceof HTMLElement && !panel.current?.contains(focused)) cameFrom.current = focused
  }, [about])
  useEffect(() => {
    const focused = document.activeElement
    // Who works by keyboard goes on in the panel; a hand on a mouse stays where it is.
    const isTaken = panel.current?.contains(focused) || panel.current?.querySelector('[data-takes-focus]')
    return !isTaken && focused?.matches(':focus-visible') && heading.current
      ? takeFocus(heading.current)
      : undefined
  }, [about])
  const leave = () => {
    const wasInside = panel.current?.contains(document.activeElement)
    close()
    if (wasInside) requestAnimationFrame(() => cameFrom.current?.isConnected && cameFrom.current.focus())
  }
  return (
    <aside
      ref={panel}
      className={css.panel}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) leave()
      }}
    >
      <div className={css.head}>
        <h2 ref={heading} tabIndex={-1} className={css.title}>
          {title}
        </h2>
        <IconButton label={t('panel.close')} icon={<X />} onPress={leave} />
      </div>
      <div className={css.inside}>{children}</div>
    </aside>
  )
}
