import { CircleCheck, CircleDashed, TrendingDown, TrendingUp } from 'lucide-react'
import type { ProgressStatus } from '../../../../shared/impact/progress'
import { useText } from '../../../ui/language'
import css from './indicator.module.css'

const icons = { achieved: CircleCheck, onTrack: TrendingUp, behind: TrendingDown, noData: CircleDashed }

/** How an indicator is doing, in words with a sign. */
export function StatusWord({ status }: { status: ProgressStatus }) {
  const t = useText('impactChain')
  const Icon = icons[status]
  return (
    <span className={css.status} data-status={status}>
      <Icon aria-hidden="true" />
      {t(`status.${status}`)}
    </span>
  )
}
