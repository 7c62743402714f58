// Binds a text field to a text that others write in at the same time.
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { SharedText } from '../../shared/document/sharedText'
import {
  afterChangeElsewhere,
  afterInput,
  caretInShared,
  changeBetween,
  showAll,
} from '../../shared/document/shownText'

/**
 * Keeps `field` and `shared` together: each input becomes the smallest change, and what others write appears without
 * moving this person's caret from the letter it stands at. While a letter is being composed the field is left alone.
 * @param tellCaret hears where the caret stands in the shared text.
 * @returns the field's text.
 */
export function useSharedText(
  field: RefObject<HTMLTextAreaElement | null>,
  shared: SharedText | undefined,
  tellCaret: (caret: number) => void,
): string {
  const [text, setText] = useState(() => shared?.read() ?? '')
  const tell = useRef(tellCaret)
  useEffect(() => {
    tell.current = tellCaret
  })

  useLayoutEffect(() => {
    if (!field.current || !shared) return
    return bind(field.current, shared, setText, (caret) => tell.current(caret))
  }, [field, shared])
  return text
}

/** Follows both until it is stopped. */
function bind(
  element: HTMLTextAreaElement,
  shared: SharedText,
  setText: (text: string) => void,
  tellCaret: (caret: number) => void,
): () => void {
  let shown = showAll(shared.read())
  let isComposing = false
  element.value = shown.text
  setText(shown.text)

  const settle = () => {
    if (isComposing) return
    const now = shared.read()
    if (element.value !== now) {
      const { selectionDirection } = element
      const from = caretInShared(shown, element.selectionStart)
      const to = caretInShared(shown, element.selectionEnd)
      element.value = now
      element.setSelectionRange(from, to, selectionDirection)
    }
    shown = showAll(now)
    setText(now)
  }
  const onInput = () => {
    const change = changeBetween(shown.text, element.value, element.selectionEnd)
    if (change) {
      const next = afterInput(shown, change)
      shown = next.shown
      shared.change(next.changes)
    }
    setText(element.value)
    settle()
  }
  const onCompositionStart = () => {
    isComposing = true
  }
  const onCompositionEnd = () => {
    isComposing = false
    onInput()
  }
  const onCaret = () => {
    if (document.activeElement === element) tellCaret(caretInShared(shown, element.selectionEnd))
  }
  const stop = shared.watch((changes) => {
    for (const change of changes) shown = afterChangeElsewhere(shown, change)
    settle()
  })
  element.addEventListener('input', onInput)
  element.addEventListener('compositionstart', onCompositionStart)
  element.addEventListener('compositionend', onCompositionEnd)
  document.addEventListener('selectionchange', onCaret)
  element.addEventListener('input', onCaret)
  return () => {
    stop()
    element.removeEventListener('input', onInput)
    element.removeEventListener('compositionstart', onCompositionStart)
    element.removeEventListener('compositionend', onCompositionEnd)
    document.removeEventListener('selectionchange', onCaret)
    element.removeEventListener('input', onCaret)
  }
}
