// On plain http pages, where guests in the room are, browsers give a page no clipboard to write to, and tldraw's copy fails.
// There the copy event itself carries what is copied, in the form that tldraw's paste reads.
import type { Editor } from 'tldraw'

/** Does nothing where the page has a clipboard. Returns the way to stop. */
export function copyOnPlainPages(editor: Editor): () => void {
  if (navigator.clipboard) return () => {}

  const onCopy = (event: ClipboardEvent, isCut: boolean) => {
    const content = editor.getContentFromCurrentPage(editor.getSelectedShapeIds())
    if (!content || !event.clipboardData || isElsewhere(editor)) return
    const carried = { type: 'application/tldraw', kind: 'content', data: content }
    event.clipboardData.setData('text/html', `<div data-tldraw>${JSON.stringify(carried)}</div>`)
    event.preventDefault()
    event.stopImmediatePropagation()
    if (!isCut || editor.getIsReadonly()) return
    editor.markHistoryStoppingPoint('cut')
    editor.deleteShapes(editor.getSelectedShapeIds())
  }
  const copy = (event: ClipboardEvent) => onCopy(event, false)
  const cut = (event: ClipboardEvent) => onCopy(event, true)
  // Before tldraw's own listeners, which sit on the document.
  window.addEventListener('copy', copy, true)
  window.addEventListener('cut', cut, true)
  return () => {
    window.removeEventListener('copy', copy, true)
    window.removeEventListener('cut', cut, true)
  }
}

/** True while somebody writes, or works outside the board. */
function isElsewhere(editor: Editor): boolean {
  const active = document.activeElement
  const isField =
    active instanceof HTMLElement && (active.isContentEditable || active.matches('input, textarea'))
  return isField || editor.getEditingShapeId() !== null || !editor.getInstanceState().isFocused
}
