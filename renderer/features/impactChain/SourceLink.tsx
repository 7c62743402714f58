import { CornerUpLeft } from 'lucide-react'
import type { ChainElement } from '../../../shared/document/impactChain'
import { Button } from '../../ui/Button'
import { useText } from '../../ui/language'
import { useChain } from './chainContext'
import css from './menu.module.css'

/** The way back to the sticky note or other thing that an element was made from. */
export function SourceLink({ element: { source } }: { element: ChainElement }) {
  const t = useText('impactChain')
  const { pages, goTo } = useChain()
  const page = source && pages.find((each) => each.id === source.page)
  if (!source || !page) return null
  return (
    <Button
      variant="quiet"
      size="small"
      icon={<CornerUpLeft className={css.onward} />}
      className={css.source!}
      onPress={() => goTo(page.id, source.id)}
    >
      {page.kind === 'whiteboard' ? t('element.fromWall') : t('element.fromPage', { page: page.title })}
    </Button>
  )
}
