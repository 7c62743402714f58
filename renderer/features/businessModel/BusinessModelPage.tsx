import { BookOpen, Lock } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useRecords, useRights, useView } from '../../document/hooks'
import { linkedNotes, useLinking } from '../../document/linking'
import type { PageProps } from '../../document/page'
import { openPlaceTeller } from '../../document/placeTeller'
import { useUndoCommands } from '../../document/useUndoCommands'
import { Button } from '../../ui/Button'
import { fetchLater } from '../../ui/fetchLater'
import { useText } from '../../ui/language'
import { useOnScreen } from '../../ui/onScreen'
import { checkBusinessModel, type Finding } from '../../../shared/businessModel/checkBusinessModel'
import {
  blockKeys,
  notesOfBlock,
  noteUndo,
  purgeDeletedNotes,
  readLayout,
  viewNotes,
  watchLayout,
  type BlockKey,
} from '../../../shared/document/businessModel'
import { undoOf } from '../../../shared/document/ownUndo'
import { Beside } from './Beside'
import { BlockList } from './BlockList'
import { CanvasBoard } from './CanvasBoard'
import { CanvasContext, NotesContext, type Canvas, type Drafts } from './canvasContext'
import { focusNote } from './focusNote'
import { noteActions } from './noteActions'
import { followPlaces, type OwnPlace } from './places'
import { Tools, type Filter } from './Tools'
import { useEditing } from './useEditing'
import { useHighlight } from './useHighlight'
import { useIsNarrow } from './useIsNarrow'
import { useOthersChanges } from './useOthersChanges'
import css from './canvas.module.css'

const ExampleDialog = fetchLater('example model', () => import('./ExampleDialog'))
const NoteDetails = fetchLater('note details', () => import('./NoteDetails'))

/** Deleted notes can be brought back for a day, in ms. */
const keptDeletedFor = 24 * 3600 * 1000

/** A business model: notes in the blocks of a canvas, written by several people at once. */
export default function BusinessModelPage(props: PageProps) {
  return <BusinessModel key={props.room.name} {...props} />
}

function BusinessModel({ session, room, pages, goTo, focusOn }: PageProps) {
  const t = useText('businessModel')
  const view = useView(room, viewNotes)
  const notes = useRecords(view)
  const rights = useRights(room)
  const isOnScreen = useOnScreen()
  const undo = useMemo(() => undoOf(room.doc, noteUndo), [room])
  const places = useMemo(() => followPlaces(room), [room])
  const teller = useMemo(() => openPlaceTeller<OwnPlace>(room), [room])
  const actions = useMemo(
    () => noteActions(room, view, undo, session.self.name),
    [room, view, undo, session.self.name],
  )
  const layout = useSyncExternalStore(
    useMemo(() => (changed: () => void) => watchLayout(room.doc, changed), [room]),
    () => readLayout(room.doc),
  )
  const root = useRef<HTMLDivElement>(null)
  const isNarrow = useIsNarrow(root)
  const [filter, setFilter] = useState<Filter>({ state: 'all', segment: '' })
  const [details, setDetails] = useState<string | null>(null)
  const [isExampleOpen, setExampleOpen] = useState(false)
  const [open, setOpenBlocks] = useState<ReadonlySet<BlockKey>>(new Set())
  const [highlighted, highlight] = useHighlight()
  const [drafts] = useState(openDrafts)
  const { editing, caretRef, startEditing, stopEditing } = useEditing(view, actions, undo, teller)
  const othersChanges = useOthersChanges(room, view, places)
  useUndoCommands(actions)
  useEffect(() => teller.stop, [teller])
  useEffect(() => {
    if (rights.canWrite) purgeDeletedNotes(room.doc, Date.now() - keptDeletedFor)
  }, [room, rights.canWrite])
  useEffect(() => {
    if (!rights.canWrite) stopEditing(false)
  }, [rights.canWrite, stopEditing])

  const shown = useMemo(
    () =>
      notes.filter(
        (note) =>
          note.id === editing ||
          ((filter.state === 'all' || note.state === filter.state) &&
            (filter.segment === '' || note.segments.includes(filter.segment))),
      ),
    [notes, filter, editing],
  )
  const byBlock = useMemo(() => {
    const found = new Map<BlockKey, ReturnType<typeof notesOfBlock>>()
    for (const { block } of shown) if (!found.has(block)) found.set(block, notesOfBlock(shown, block))
    return found
  }, [shown])
  const segments = useMemo(() => [...new Set(notes.flatMap((note) => note.segments))].sort(), [notes])
  const linking = useLinking()
  const findings = useMemo(
    () => checkBusinessModel({ layout, notes, ...linkedNotes(linking) }),
    [layout, notes, linking],
  )

  const setOpen = (block: BlockKey, isOpen: boolean) =>
    setOpenBlocks((before) => {
      const after = new Set(before)
      if (isOpen) after.add(block)
      else after.delete(block)
      return after
    })
  const showNote = (id: string) => {
    const note = view.record(id)
    if (!note) return
    setFilter({ state: 'all', segment: '' })
    setOpen(note.block, true)
    highlight(id)
  }
  const showFinding = ({ block, note }: Pick<Finding, 'block' | 'note'>) => {
    if (note !== null) return showNote(note)
    setOpen(block, true)
    document.querySelector(`[data-block="${block}"]`)?.scrollIntoView({ block: 'nearest' })
    focusNote(undefined, block)
  }
  const showLinked = useRef(showNote)
  useEffect(() => {
    showLinked.current = (id) => {
      const block = blockKeys.find((each) => each === id)
      if (block) showFinding({ block, note: null })
      else showNote(id)
    }
  })
  useEffect(() => {
    if (focusOn !== null) showLinked.current(focusOn)
  }, [focusOn])

  const canvas = useMemo<Canvas>(
    () => ({
      room,
      pages,
      goTo,
      layout,
      canWrite: rights.canWrite,
      isNarrow,
      actions,
      places,
      tell: teller.tell,
      editing,
      caretRef,
      startEditing,
      stopEditing,
      showDetails: setDetails,
      highlighted,
      drafts,
    }),
    [
      room,
      pages,
      goTo,
      layout,
      rights.canWrite,
      isNarrow,
      actions,
      places,
      teller,
      editing,
      caretRef,
      startEditing,
      stopEditing,
      highlighted,
      drafts,
    ],
  )
  const detailed = details === null ? undefined : view.record(details)
  const damaged = view.bad().length

  return (
    <CanvasContext value={canvas}>
      <NotesContext value={byBlock}>
        <div
          ref={root}
          className={css.page}
          data-narrow={isNarrow || undefined}
          data-on-screen={isOnScreen || undefined}
        >
          {!isOnScreen && (
            <Tools
              undo={undo}
              filter={filter}
              setFilter={setFilter}
              segments={segments}
              shown={shown.length}
              all={notes.length}
              findings={findings}
              textOfNote={(id) => view.record(id)?.text ?? ''}
              show={showFinding}
              showExample={() => setExampleOpen(true)}
            />
          )}
          {!rights.canWrite && !isOnScreen && (
            <p className={css.message}>
              <Lock aria-hidden="true" />
              {t(`readOnly.${rights.reason ?? 'role'}`)}
            </p>
          )}
          {damaged > 0 && <p className={css.message}>{t('damaged', { count: damaged })}</p>}
          {notes.length === 0 && rights.canWrite && (
            <p className={css.hint}>
              {t('emptyHint')}
              <Button size="small" variant="quiet" icon={<BookOpen />} onPress={() => setExampleOpen(true)}>
                {t('tools.example')}
              </Button>
            </p>
          )}
          <section className={css.canvas} aria-label={t('canvas')}>
            {isNarrow ? <BlockList open={open} setOpen={setOpen} /> : <CanvasBoard />}
            <Beside />
          </section>
          <div className={css.forEars} aria-live="polite">
            {othersChanges}
          </div>
          {isExampleOpen && <ExampleDialog layout={layout} close={() => setExampleOpen(false)} />}
          {detailed && <NoteDetails key={detailed.id} note={detailed} close={() => setDetails(null)} />}
        </div>
      </NotesContext>
    </CanvasContext>
  )
}

function openDrafts(): Drafts {
  const kept = new Map<BlockKey, string>()
  return {
    read: (block) => kept.get(block) ?? '',
    keep: (block, text) => void (text === '' ? kept.delete(block) : kept.set(block, text)),
  }
}
