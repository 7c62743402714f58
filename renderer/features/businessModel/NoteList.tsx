import { useMemo, type KeyboardEvent } from 'react'
import { GridList } from 'react-aria-components/GridList'
import { DropIndicator, useDragAndDrop } from 'react-aria-components/useDragAndDrop'
import type { BlockKey } from '../../../shared/document/businessModel'
import { joinClasses } from '../../ui/joinClasses'
import { useText } from '../../ui/language'
import { useCanvas, useNotesIn } from './canvasContext'
import { focusNote } from './focusNote'
import { NoteCard } from './NoteCard'
import css from './block.module.css'

/** What a dragged note is called among the things that can be dragged. */
const noteType = 'application/x-samverkstad-note'

interface NoteListProps {
  block: BlockKey
  label: string
  /** There is room for notes beside each other. */
  isWide?: boolean
}

/** The notes of one block: dragged by mouse, finger or keyboard, within it and from block to block. */
export function NoteList({ block, label, isWide = false }: NoteListProps) {
  const t = useText('businessModel')
  const { actions, canWrite, editing, startEditing } = useCanvas()
  const notes = useNotesIn(block)
  const ids = notes.map((note) => note.id)
  const neighbours = ids.join(' ')

  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !canWrite || editing !== null,
    getItems: (keys) =>
      [...keys].map((key) => ({
        [noteType]: String(key),
        'text/plain': notes.find((note) => note.id === key)?.text ?? '',
      })),
    acceptedDragTypes: [noteType],
    getAllowedDropOperations: () => ['move'],
    getDropOperation: (_target, types) => (types.has(noteType) ? 'move' : 'cancel'),
    onReorder({ keys, target }) {
      const moved = [...keys].map(String)
      for (const id of moved) actions.move(id, block, nextOf(ids, target, moved))
      focusNote(moved[0])
    },
    async onInsert({ items, target }) {
      for (const id of await idsOf(items)) actions.move(id, block, nextOf(ids, target, [id]))
    },
    async onRootDrop({ items }) {
      for (const id of await idsOf(items)) actions.move(id, block, null)
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className={css.indicator!} />,
  })

  const onKeyDownCapture = (event: KeyboardEvent<HTMLDivElement>) => {
    const { target } = event
    if (!canWrite || !(target instanceof HTMLElement) || target.role !== 'row') return
    const id = target.dataset.note
    if (!id || !event.currentTarget.contains(target)) return
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (event.altKey && by !== 0) {
      event.preventDefault()
      event.stopPropagation()
      actions.step(id, by)
      focusNote(id)
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      event.stopPropagation()
      const at = ids.indexOf(id)
      actions.remove(id)
      focusNote(ids[at + 1] ?? ids[at - 1], block)
    }
  }

  const empty = useMemo(() => () => <span className={css.empty}>{t('emptyBlock')}</span>, [t])
  return (
    <div className={css.listBox} onKeyDownCapture={onKeyDownCapture}>
      <GridList
        aria-label={label}
        className={joinClasses(css.list, isWide && css.wide)}
        layout={isWide ? 'grid' : 'stack'}
        selectionMode="none"
        keyboardNavigationBehavior="tab"
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={empty}
        {...(canWrite && { onAction: (key) => startEditing(String(key)) })}
      >
        {notes.map((note, at) => (
          <NoteCard
            key={note.id}
            note={note}
            isFirst={at === 0}
            isLast={at === notes.length - 1}
            neighbours={neighbours}
          />
        ))}
      </GridList>
    </div>
  )
}

interface InsertTarget {
  key: string | number
  dropPosition: string
}

/** The note before which something dropped at `target` goes; null is the end. */
function nextOf(ids: readonly string[], target: InsertTarget, moved: readonly string[]): string | null {
  let at = ids.indexOf(String(target.key)) + (target.dropPosition === 'after' ? 1 : 0)
  while (at < ids.length && moved.includes(ids[at]!)) at++
  return ids[at] ?? null
}

interface DroppedItem {
  kind: string
  getText?: (type: string) => Promise<string>
}

async function idsOf(items: readonly DroppedItem[]): Promise<string[]> {
  const read = items.map((item) => (item.kind === 'text' ? item.getText?.(noteType) : undefined))
  return (await Promise.all(read)).filter((id) => id !== undefined)
}
