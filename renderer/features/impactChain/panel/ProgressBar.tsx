import type { IndicatorProgress } from '../../../../shared/impact/progress'
import { useText } from '../../../ui/language'
import { useNumbers } from '../useNumbers'
import css from './indicator.module.css'

const share = (basisPoints: number) => Math.min(Math.max(basisPoints, 0), 10_000) / 100

/** How far from baseline to target, drawn 0 to 100 %, with a mark where it should be by now. */
export function ProgressBar({ progress }: { progress: IndicatorProgress | undefined }) {
  const t = useText('impactChain')
  const numbers = useNumbers()
  if (!progress || progress.progressBp === null) return null
  const words =
    progress.expectedProgressBp === null
      ? t('progress.now', { now: numbers.showShare(progress.progressBp) })
      : t('progress.nowAndExpected', {
          now: numbers.showShare(progress.progressBp),
          expected: numbers.showShare(progress.expectedProgressBp),
        })
  return (
    <div className={css.progress}>
      <svg className={css.bar} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className={css.way} width="100" height="8" />
        <rect
          className={css.gone}
          data-status={progress.status}
          width={share(progress.progressBp)}
          height="8"
        />
        {progress.expectedProgressBp !== null && (
          <rect
            className={css.expected}
            x={Math.min(share(progress.expectedProgressBp), 99.2)}
            width="0.8"
            height="8"
          />
        )}
      </svg>
      <span className={css.progressWords}>{words}</span>
    </div>
  )
}
