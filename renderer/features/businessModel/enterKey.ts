// Enter that means "done", on keyboards that tell which key it was and on touch keyboards that do not.
import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react'

/** Enter on its own. With Shift it is a new line; while a letter is composed it belongs to the input method. */
export function isEnter(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing
}

/** Touch keyboards call every key "Unidentified" and only then say that a line break is to come. */
export function useEnterOfTouchKeyboards(
  field: RefObject<HTMLTextAreaElement | null>,
  done: () => void,
): void {
  const latest = useRef(done)
  useEffect(() => {
    latest.current = done
  })
  useEffect(() => {
    const element = field.current
    if (!element) return
    let unnamed = false
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      unnamed = event.key === 'Unidentified' || event.key === 'Process'
    }
    const onBeforeInput = (event: InputEvent) => {
      if (!unnamed || (event.inputType !== 'insertLineBreak' && event.inputType !== 'insertParagraph')) return
      event.preventDefault()
      latest.current()
    }
    element.addEventListener('keydown', onKeyDown)
    element.addEventListener('beforeinput', onBeforeInput)
    return () => {
      element.removeEventListener('keydown', onKeyDown)
      element.removeEventListener('beforeinput', onBeforeInput)
    }
  }, [field])
}
