// Undo and redo by keys and by the menu of the window.
import { useEffect } from 'react'

/** Fields with an undo of their own, which this page must not take from them. */
const ownUndo = 'input, textarea:not([data-shared-text]), [contenteditable="true"]'

/** Listens while the page is shown: Ctrl+Z, Ctrl+Shift+Z, Ctrl+Y (⌘ on a Mac), and the window's menu. */
export function useUndoCommands(actions: { undo(): void; redo(): void }): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return
      if (event.target instanceof Element && event.target.closest(ownUndo)) return
      const key = event.key.toLowerCase()
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      if (key === 'z' && !event.shiftKey) actions.undo()
      else actions.redo()
    }
    const isInOtherField = () => document.activeElement?.closest(ownUndo) != null
    const onUndo = () => !isInOtherField() && actions.undo()
    const onRedo = () => !isInOtherField() && actions.redo()
    window.addEventListener('keydown', onKeyDown)
    window.addEventListener('samverkstad:undo', onUndo)
    window.addEventListener('samverkstad:redo', onRedo)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      window.removeEventListener('samverkstad:undo', onUndo)
      window.removeEventListener('samverkstad:redo', onRedo)
    }
  }, [actions])
}
