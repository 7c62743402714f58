import { X } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { IconButton } from '../../../ui/IconButton'
import { useText } from '../../../ui/language'
import { Sheet } from '../../../ui/Sheet'
import css from './panel.module.css'

interface SidePanelProps {
  title: string
  /** Over the page instead of beside it. */
  isSheet: boolean
  close: () => void
  children: ReactNode
}

/** A panel beside the chain, or over its edge where there is no room. Escape closes it. */
export function SidePanel({ title, isSheet, close, children }: SidePanelProps) {
  const t = useText('impactChain')
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    panel.current?.scrollTo({ top: 0 })
  }, [title])
  if (isSheet)
    return (
      <Sheet title={title} from="end" isOpen onOpenChange={(isOpen) => !isOpen && close()}>
        <div className={css.inside}>{children}</div>
      </Sheet>
    )
  return (
    <aside
      ref={panel}
      className={css.panel}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close()
      }}
    >
      <div className={css.head}>
        <h2 className={css.title}>{title}</h2>
        <IconButton label={t('panel.close')} icon={<X />} onPress={close} />
      </div>
      <div className={css.inside}>{children}</div>
    </aside>
  )
}
