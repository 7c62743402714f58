/** In ms. A menu that is closing holds on to the focus until it is gone. */
const again = [0, 40, 90, 160]
/** What a person does: keys, a pointer, or text by voice and the like, which needs neither. */
const signs = ['keydown', 'pointerdown', 'input']

/** Puts the focus on what has just appeared, unless the person does something else first. Returns the way to stop. */
export function takeFocus(element: HTMLElement): () => void {
  const timers = again.map((after) => setTimeout(() => element.focus({ preventScroll: true }), after))
  const stop = () => {
    timers.forEach(clearTimeout)
    for (const sign of signs) window.removeEventListener(sign, stop, true)
  }
  element.focus({ preventScroll: true })
  for (const sign of signs) window.addEventListener(sign, stop, true)
  return stop
}
