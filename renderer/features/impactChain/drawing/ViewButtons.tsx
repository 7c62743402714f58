import { memo } from 'react'
import { useReactFlow } from '@xyflow/react'
import { Maximize, Minus, Plus } from 'lucide-react'
import { IconButton } from '../../../ui/IconButton'
import { useText } from '../../../ui/language'
import css from './drawing.module.css'

/** Nearer, further away, and everything at once. */
export const ViewButtons = memo(function ViewButtons({
  fit,
}: {
  fit: (moving: { duration?: number }) => void
}) {
  const t = useText('impactChain')
  const flow = useReactFlow()
  const moving = window.matchMedia('(prefers-reduced-motion: reduce)').matches ? {} : { duration: 160 }
  return (
    <div className={css.views} role="group" aria-label={t('drawing.view')}>
      <IconButton
        label={t('drawing.out')}
        icon={<Minus />}
        size="small"
        onPress={() => void flow.zoomOut(moving)}
      />
      <IconButton
        label={t('drawing.in')}
        icon={<Plus />}
        size="small"
        onPress={() => void flow.zoomIn(moving)}
      />
      <IconButton label={t('drawing.fit')} icon={<Maximize />} size="small" onPress={() => fit(moving)} />
    </div>
  )
})
