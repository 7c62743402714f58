import type { Editor, StyleProp } from 'tldraw'

/** Gives what is selected, and what will be made next, a look. One step of undo. */
export function applyStyle<T>(editor: Editor, style: StyleProp<T>, value: T): void {
  editor.markHistoryStoppingPoint('change look')
  editor.run(() => {
    if (editor.isIn('select')) editor.setStyleForSelectedShapes(style, value)
    editor.setStyleForNextShapes(style, value)
  })
}
