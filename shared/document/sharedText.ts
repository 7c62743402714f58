// A text that several people type in at once, seen without its Yjs type.
import type * as Y from 'yjs'
import { localOrigin } from './control'
import type { TextChange } from './shownText'

export interface SharedText {
  read(): string
  /** Makes the changes one after the other, as one step. Does nothing when the text has been deleted. */
  change(changes: readonly TextChange[]): void
  /**
   * `changed` hears of every change not made through this object's own `change`: other people's, undo, other fields.
   * Returns the way to stop.
   */
  watch(changed: (changes: readonly TextChange[]) => void): () => void
}

/** Opens a Y.Text. Two openings of one text hear of each other. */
export function openSharedText(text: Y.Text): SharedText {
  let mine = false
  return {
    read: () => text.toString(),
    change(changes) {
      if (changes.length === 0 || !text.doc || text._item?.deleted) return
      mine = true
      try {
        text.doc.transact(() => {
          for (const { at, remove, insert } of changes) {
            if (remove > 0) text.delete(at, remove)
            if (insert !== '') text.insert(at, insert)
          }
        }, localOrigin)
      } finally {
        mine = false
      }
    },
    watch(changed) {
      const onChange = (event: Y.YTextEvent) => {
        if (!mine) changed(changesOf(event.delta))
      }
      text.observe(onChange)
      return () => text.unobserve(onChange)
    },
  }
}

function changesOf(delta: Y.YTextEvent['delta']): TextChange[] {
  const changes: TextChange[] = []
  let at = 0
  for (const step of delta) {
    if (step.retain !== undefined) at += step.retain
    else if (step.delete !== undefined) changes.push({ at, remove: step.delete, insert: '' })
    else if (typeof step.insert === 'string') {
      changes.push({ at, remove: 0, insert: step.insert })
      at += step.insert.length
    }
  }
  return changes
}
