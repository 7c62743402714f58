// Puts the keyboard on a note once the page has been drawn again.

const find = (selector: string) => document.querySelector<HTMLElement>(selector)

/** Focuses the note, or where there is none the block's button for a new note. */
export function focusNote(id: string | undefined, block?: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const note = id === undefined ? null : find(`[data-note="${CSS.escape(id)}"]`)
      const place = note ?? (block ? find(`[data-add-note="${CSS.escape(block)}"]`) : null)
      place?.focus()
    }),
  )
}
