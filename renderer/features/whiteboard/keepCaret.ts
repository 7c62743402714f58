// tldraw (RichTextArea, 3.15) opens a text for writing with `autofocus: true`, which puts the caret at the start, and puts
// it at the end or selects everything when timers come round: at once where the machine is idle, a second later where it
// is busy. Whoever types meanwhile has the caret taken from under their fingers: letters out of order, or written over.
// Here the caret is at the end from the start, and whoever has begun keeps it where they are, also when others write in
// the same text.
import { Extension, extensions, type Content, type JSONContent } from '@tiptap/core'
import type { Fragment, Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import { tipTapDefaultExtensions, type Editor, type TLShape, type TLTextOptions } from 'tldraw'
import { stepBetween } from './textSteps'

/** Texts, by their element, in which the person has pressed a key or a place since they were opened. */
const begun = new WeakSet<Element>()
/** Texts that tldraw has opened to the end, so that what selects is the person. */
const opened = new WeakSet<Element>()

const begin = ({ dom }: { dom: Element }) => {
  begun.add(dom)
  return false
}

const isJson = (content: Content | Fragment | Node): content is JSONContent =>
  typeof content === 'object' && content !== null && 'type' in content && typeof content.type === 'string'

const KeepCaret = Extension.create({
  name: 'keepCaret',
  onCreate() {
    const { dom } = this.editor.view
    // Whoever else hears that the text is there hears it in this same task.
    queueMicrotask(() => opened.add(dom))
  },
  addCommands() {
    const original = extensions.Commands.config.addCommands!.call(this as never)
    const { focus, selectAll, setTextSelection, setContent } = original
    const isLate = ({ dom }: { dom: Element }) => begun.has(dom) && !opened.has(dom)
    return {
      focus: (position, options) => (props) =>
        focus!(begun.has(props.view.dom) ? null : position, options)(props),
      selectAll: () => (props) => isLate(props.view) || selectAll!()(props),
      setTextSelection: (place) => (props) => isLate(props.view) || setTextSelection!(place)(props),
      setContent:
        (content, ...how) =>
        (props) => {
          const { tr, editor, dispatch } = props
          if (!isJson(content) || !dispatch) return setContent!(content, ...how)(props)
          const step = stepBetween(tr.doc, editor.schema.nodeFromJSON(content))
          if (!step) return true
          const { anchor, head } = tr.selection
          tr.step(step)
          // What others write where the caret stands comes after it.
          const [from, to] = [tr.mapping.map(anchor, -1), tr.mapping.map(head, -1)]
          tr.setSelection(TextSelection.between(tr.doc.resolve(from), tr.doc.resolve(to)))
          tr.setMeta('preventUpdate', !how[0]).setMeta('addToHistory', false)
          return true
        },
    }
  },
})

export const textOptions: Partial<TLTextOptions> = {
  tipTapConfig: {
    extensions: [...tipTapDefaultExtensions, KeepCaret],
    autofocus: 'end',
    editorProps: { handleDOMEvents: { keydown: begin, beforeinput: begin, pointerdown: begin } },
  },
}

const richTextOf = ({ props }: TLShape) => ('richText' in props ? (props.richText as JSONContent) : undefined)

/**
 * Brings what others write in the text that is being written in to the person at once: tldraw does so with the next
 * frame, and what is typed before that would be written over it. Returns the way to stop.
 */
export function followText(editor: Editor): () => void {
  return editor.sideEffects.registerAfterChangeHandler('shape', (before, after, source) => {
    if (source !== 'remote' || after.id !== editor.getEditingShapeId()) return
    const text = richTextOf(after)
    if (text && text !== richTextOf(before)) editor.getRichTextEditor()?.commands.setContent(text)
  })
}
