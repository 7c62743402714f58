import { BookOpen, Redo2, Undo2 } from 'lucide-react'
import { useSyncExternalStore, type ComponentProps } from 'react'
import type { OwnUndo } from '../../../shared/document/ownUndo'
import { chooseLayout, layouts, noteStates, type NoteState } from '../../../shared/document/businessModel'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { useText } from '../../ui/language'
import { Select } from '../../ui/Select'
import { useCanvas } from './canvasContext'
import { Findings } from './Findings'
import { StateMark } from './StateMark'
import { useCanvasKeys } from './useCanvasKeys'
import css from './tools.module.css'

export interface Filter {
  state: NoteState | 'all'
  /** A segment tag, or '' for all. */
  segment: string
}

interface ToolsProps extends ComponentProps<typeof Findings> {
  undo: OwnUndo
  filter: Filter
  setFilter: (filter: Filter) => void
  segments: readonly string[]
  shown: number
  all: number
  showExample: () => void
}

/** The page's tools, few and large. */
export function Tools({
  undo,
  filter,
  setFilter,
  segments,
  shown,
  all,
  findings,
  textOfNote,
  show,
  showExample,
}: ToolsProps) {
  const t = useText('businessModel')
  const { room, layout, canWrite, actions } = useCanvas()
  useCanvasKeys(canWrite)
  const canUndo = useSyncExternalStore(undo.subscribe, undo.canUndo)
  const canRedo = useSyncExternalStore(undo.subscribe, undo.canRedo)
  const isFiltered = filter.state !== 'all' || filter.segment !== ''
  const allSegments = '*'
  return (
    <section className={css.tools} aria-label={t('tools.label')}>
      <Select
        label={t('layout.label')}
        isLabelHidden
        className={css.choice!}
        value={layout}
        isDisabled={!canWrite}
        onChange={(next) => chooseLayout(room.doc, next)}
        choices={layouts.map((id) => ({ id, label: t(`layout.${id}`) }))}
      />
      <Select
        label={t('tools.filter')}
        isLabelHidden
        className={css.choice!}
        value={filter.state}
        onChange={(state) => setFilter({ ...filter, state })}
        choices={[
          { id: 'all', label: t('tools.allStates') },
          ...noteStates.map((id) => ({ id, label: t(`state.${id}`), icon: <StateMark state={id} /> })),
        ]}
      />
      {(segments.length > 0 || filter.segment !== '') && (
        <Select
          label={t('details.segments')}
          isLabelHidden
          className={css.choice!}
          value={filter.segment || allSegments}
          onChange={(id) => setFilter({ ...filter, segment: id === allSegments ? '' : id })}
          choices={[
            { id: allSegments, label: t('tools.allSegments') },
            ...segments.map((id) => ({ id, label: id })),
          ]}
        />
      )}
      {isFiltered && (
        <span className={css.filterOn}>
          {t('tools.filterOn', { shown, all })}
          <Button variant="quiet" size="small" onPress={() => setFilter({ state: 'all', segment: '' })}>
            {t('tools.clearFilter')}
          </Button>
        </span>
      )}
      <span className={css.space} />
      <IconButton label={t('tools.example')} icon={<BookOpen />} onPress={showExample} />
      <Findings findings={findings} textOfNote={textOfNote} show={show} />
      {canWrite && (
        <span className={css.pair}>
          <IconButton
            label={t('tools.undo')}
            keys="Ctrl Z"
            icon={<Undo2 className={css.onward} />}
            isDisabled={!canUndo}
            onPress={actions.undo}
          />
          <IconButton
            label={t('tools.redo')}
            keys="Ctrl Y"
            icon={<Redo2 className={css.onward} />}
            isDisabled={!canRedo}
            onPress={actions.redo}
          />
        </span>
      )}
    </section>
  )
}
