import { Ellipsis } from 'lucide-react'
import type { ChainElement } from '../../../shared/document/impactChain'
import { useText } from '../../ui/language'
import { useChain } from './chainContext'
import { QuietButton } from './QuietButton'
import { useNames } from './useNames'

interface ElementMenuButtonProps {
  element: ChainElement
  /** In the drawing only the element one is at can be reached with Tab. */
  isOutOfTabOrder?: boolean
}

/** Opens everything that can be done with an element. */
export function ElementMenuButton({ element, isOutOfTabOrder }: ElementMenuButtonProps) {
  const t = useText('impactChain')
  const names = useNames()
  const { openMenu } = useChain()
  const label = t('element.menu', { name: names.element(element) })
  return (
    <QuietButton
      icon={<Ellipsis aria-hidden="true" />}
      aria-label={label}
      title={label}
      aria-haspopup="menu"
      tabIndex={isOutOfTabOrder ? -1 : undefined}
      onClick={({ currentTarget }) => openMenu(element.id, currentTarget)}
    />
  )
}
