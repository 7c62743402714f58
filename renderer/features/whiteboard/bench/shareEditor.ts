import type { Editor } from 'tldraw'

declare global {
  interface Window {
    /** For the measuring program. */
    board?: { editor: Editor; startMoving?: () => () => void }
  }
}

/** Lets the program that measures reach the editor. */
export function shareEditor(editor: Editor, startMoving?: () => () => void): void {
  window.board = { editor, ...(startMoving && { startMoving }) }
}
