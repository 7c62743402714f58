import { memo } from 'react'
import { useViewport } from '@xyflow/react'
import { Plus } from 'lucide-react'
import { columns, columnWidth, columnX, needId, type Column } from '../../../../shared/impact/layout'
import { IconButton } from '../../../ui/IconButton'
import { useText } from '../../../ui/language'
import { useChain } from '../chainContext'
import { StepHelp } from '../StepHelp'
import css from './drawing.module.css'

/** Seen from further away there is only room for the words; the tools have the same. */
const roomForButtons = 0.72

/** A head per step, always in view above its column however the drawing is moved. */
export const ColumnHeads = memo(function ColumnHeads({ add }: { add: (column: Column) => void }) {
  const t = useText('impactChain')
  const { canWrite, revealInDrawing } = useChain()
  const { x, zoom } = useViewport()
  return (
    <div className={css.heads}>
      {columns.map((column) => (
        <div
          key={column}
          className={css.headOf}
          style={{
            insetInlineStart: `${x + columnX(column) * zoom}px`,
            inlineSize: `${columnWidth * zoom}px`,
          }}
          data-column={column}
          onFocus={({ target }) => target.matches(':focus-visible') && revealInDrawing(`step:${column}`)}
        >
          <h2 className={css.headTitle} title={t(`step.${column}.title`)}>
            {t(`step.${column}.title`)}
          </h2>
          {zoom >= roomForButtons && (
            <span className={css.headHelp}>
              <StepHelp step={column} />
            </span>
          )}
          {zoom >= roomForButtons && canWrite && column !== needId && (
            <IconButton
              label={t('element.addTo', { step: t(`step.${column}.title`) })}
              icon={<Plus />}
              size="small"
              onPress={() => add(column)}
            />
          )}
        </div>
      ))}
    </div>
  )
})
