import { useId, useMemo, useRef } from 'react'
import { openTitle, type PlanRow } from '../../../../shared/document/planRows'
import { useSharedText } from '../../../document/useSharedText'
import { useText } from '../../../ui/language'
import { usePlanPage } from '../planContext'
import css from './details.module.css'

/** The row's title, where several can write at once. */
export function TitleField({ planRow }: { planRow: PlanRow }) {
  const t = useText('financingPlan')
  const { room, canWrite, tell } = usePlanPage()
  const { table } = planRow
  const { id } = planRow.row
  const field = useRef<HTMLTextAreaElement>(null)
  const shared = useMemo(() => openTitle(room.doc, table, id), [room, table, id])
  useSharedText(field, shared, () => tell({ row: id, key: 'title', typing: true }))
  const name = useId()
  return (
    <div className={css.field}>
      <label htmlFor={name} className={css.label}>
        {t(`titleOf.${table}`)}
      </label>
      <textarea
        ref={field}
        id={name}
        className={css.title}
        dir="auto"
        rows={1}
        readOnly={!canWrite}
        data-shared-text
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
    </div>
  )
}
