import type { Editor } from 'tldraw'

/**
 * Gives the board the keys while the focus is on it or on nothing, and takes them while it is elsewhere: in a menu, a
 * dialog, the list of pages. Returns the way to stop.
 */
export function mindFocus(editor: Editor): () => void {
  const container = editor.getContainer()
  const look = () => {
    const active = document.activeElement
    const isHere = active === null || active === document.body || container.contains(active)
    if (isHere !== editor.getIsFocused())
      if (isHere) editor.focus({ focusContainer: false })
      else editor.blur({ blurContainer: false })
  }
  // What loses the focus tells before anything else has it.
  const lookSoon = () => queueMicrotask(look)
  document.addEventListener('focusin', look)
  document.addEventListener('focusout', lookSoon)
  look()
  return () => {
    document.removeEventListener('focusin', look)
    document.removeEventListener('focusout', lookSoon)
  }
}
