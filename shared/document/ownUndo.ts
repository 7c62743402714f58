// Undo and redo of this person's own changes, without its Yjs type.
import type * as Y from 'yjs'

export interface OwnUndo {
  undo(): void
  redo(): void
  canUndo(): boolean
  canRedo(): boolean
  /** What comes now is a step of its own, however soon it comes. */
  separate(): void
  /** Remembers where one is; what it gives undoes everything done since. */
  mark(): () => void
  /** `changed` runs when there is more or less to undo. Returns the way to stop. */
  subscribe(changed: () => void): () => void
}

const opened = new WeakMap<Y.Doc, OwnUndo>()

/** The undo of a page: made once by `make`, it lives as long as the document, also while the page is not shown. */
export function undoOf(page: Y.Doc, make: (page: Y.Doc) => Y.UndoManager): OwnUndo {
  let found = opened.get(page)
  if (!found) opened.set(page, (found = wrap(make(page))))
  return found
}

function wrap(manager: Y.UndoManager): OwnUndo {
  return {
    undo: () => void manager.undo(),
    redo: () => void manager.redo(),
    canUndo: () => manager.canUndo(),
    canRedo: () => manager.canRedo(),
    separate: () => manager.stopCapturing(),
    mark() {
      manager.stopCapturing()
      const depth = manager.undoStack.length
      return () => {
        while (manager.undoStack.length > depth) manager.undo()
      }
    },
    subscribe(changed) {
      manager.on('stack-item-added', changed)
      manager.on('stack-item-popped', changed)
      manager.on('stack-cleared', changed)
      return () => {
        manager.off('stack-item-added', changed)
        manager.off('stack-item-popped', changed)
        manager.off('stack-cleared', changed)
      }
    },
  }
}
