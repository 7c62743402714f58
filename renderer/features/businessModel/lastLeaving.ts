// Tells a focus that a person moved from one that the page moved.
let last = 0

const note = (event: Event) => {
  if (!(event instanceof KeyboardEvent) || event.key === 'Tab') last = performance.now()
}
window.addEventListener('pointerdown', note, true)
window.addEventListener('keydown', note, true)

/** When the person last pressed somewhere or tabbed on, in ms of performance.now(). */
export function lastLeaving(): number {
  return last
}
