// What a person can do with notes, each one step to undo.
import type { Room } from '../../document/session'
import { currentLanguage, textOf } from '../../ui/language'
import { toast } from '../../ui/toast'
import {
  addNotes,
  bringBackNote,
  changeNote,
  deleteNotes,
  moveNote,
  notesOfBlock,
  type BlockKey,
  type BusinessModelNote,
} from '../../../shared/document/businessModel'
import type { OwnUndo } from '../../../shared/document/ownUndo'
import type { RecordView } from '../../../shared/document/recordView'

export interface NoteActions {
  /** Adds a note last in the block; nothing when there are no words. */
  add(block: BlockKey, text: string): string | null
  move(id: string, block: BlockKey, next: string | null): void
  /** One step up (-1) or down (1) in its block. */
  step(id: string, by: -1 | 1): void
  change(id: string, change: Parameters<typeof changeNote>[2]): void
  /** Deletes, and offers to undo. */
  remove(id: string): void
  bringBack(note: BusinessModelNote): void
  undo(): void
  redo(): void
  /** Whether this page itself is just now taking notes away, rather than somebody else. */
  isRemoving(): boolean
}

/** Arabic letters tell their language better than the interface does. */
function languageOf(text: string): string {
  if (/\p{Script=Arabic}/u.test(text)) return 'ar'
  const language = currentLanguage()
  return language === 'x-rtl' ? 'en' : language
}

export function noteActions(
  room: Room,
  view: RecordView<BusinessModelNote>,
  undo: OwnUndo,
  author: string,
): NoteActions {
  const page = room.doc
  let removing = false
  /** A step of its own, if this person may write at all. */
  const step = (act: () => void) => {
    if (!room.rights().canWrite) return
    undo.separate()
    removing = true
    try {
      act()
    } finally {
      removing = false
    }
    undo.separate()
  }
  const actions: NoteActions = {
    add(block, text) {
      const words = text.trim()
      let id: string | null = null
      if (words !== '')
        step(() => {
          const added = { block, text: words, author, language: languageOf(words), now: Date.now() }
          id = addNotes(page, [added])[0] ?? null
        })
      return id
    },
    move: (id, block, next) => step(() => moveNote(page, id, block, next)),
    step(id, by) {
      const note = view.record(id)
      if (!note) return
      const inBlock = notesOfBlock(view.records(), note.block)
      const to = inBlock.findIndex((each) => each.id === id) + by
      if (to < 0 || to >= inBlock.length) return
      const next = by < 0 ? inBlock[to] : inBlock[to + 1]
      actions.move(id, note.block, next?.id ?? null)
    },
    change: (id, change) => step(() => changeNote(page, id, change)),
    remove(id) {
      const note = view.record(id)
      if (!note) return
      step(() => deleteNotes(page, [id]))
      const t = textOf('businessModel')
      toast({
        text: t('toast.deleted', { count: 1 }),
        action: { label: t('toast.undo'), onAction: () => actions.bringBack(note) },
      })
    },
    bringBack: (note) => step(() => bringBackNote(page, note)),
    undo: () => step(() => undo.undo()),
    redo: () => step(() => undo.redo()),
    isRemoving: () => removing,
  }
  return actions
}
