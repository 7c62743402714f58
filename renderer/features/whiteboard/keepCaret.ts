// tldraw (RichTextArea, 3.15) opens a text for writing with `autofocus: true`, which puts the caret at the start, and puts
// it at the end or selects everything when timers come round: at once where the machine is idle, a second later where it
// is busy. Whoever types meanwhile has the caret taken from under their fingers: letters out of order, or written over.
// Here the caret is at the end from the start, and whoever has begun keeps it where they are.
import { Extension, extensions } from '@tiptap/core'
import { tipTapDefaultExtensions, type TLTextOptions } from 'tldraw'

/** Texts, by their element, in which the person has pressed a key or a place since they were opened. */
const begun = new WeakSet<Element>()
/** Texts that tldraw has opened to the end, so that what selects is the person. */
const opened = new WeakSet<Element>()

const begin = ({ dom }: { dom: Element }) => {
  begun.add(dom)
  return false
}

const KeepCaret = Extension.create({
  name: 'keepCaret',
  onCreate() {
    const { dom } = this.editor.view
    // Whoever else hears that the text is there hears it in this same task.
    queueMicrotask(() => opened.add(dom))
  },
  addCommands() {
    const { focus, selectAll, setTextSelection } = extensions.Commands.config.addCommands!.call(this as never)
    const isLate = ({ dom }: { dom: Element }) => begun.has(dom) && !opened.has(dom)
    return {
      focus: (position, options) => (props) =>
        focus!(begun.has(props.view.dom) ? null : position, options)(props),
      selectAll: () => (props) => isLate(props.view) || selectAll!()(props),
      setTextSelection: (place) => (props) => isLate(props.view) || setTextSelection!(place)(props),
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
