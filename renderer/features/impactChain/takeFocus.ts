/** In ms. A menu that is closing holds on to the focus until it is gone. */
const again = [0, 40, 90, 160]

/** Puts the focus on what has just appeared, unless the person does something else first. Returns the way to stop. */
export function takeFocus(element: HTMLElement): () => void {
  const timers = again.map((after) => setTimeout(() => element.focus({ preventScroll: true }), after))
  const stop = () => {
    timers.forEach(clearTimeout)
    window.removeEventListener('keydown', stop, true)
    window.removeEventListener('pointerdown', stop, true)
  }
  element.focus({ preventScroll: true })
  window.addEventListener('keydown', stop, true)
  window.addEventListener('pointerdown', stop, true)
  return stop
}
