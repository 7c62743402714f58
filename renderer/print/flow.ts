// Sets groups of text in columns, column after column and sheet after sheet. Nothing is cut off: what does not fit goes
// on in the next column; a text is broken only when it is longer than a whole column.

export interface FlowItem {
  /** An `li`. */
  element: HTMLElement
  /** The part of it that holds the text, which may be broken. */
  text: HTMLElement
}

export interface FlowGroup {
  /** Starts the group in a column; `continued` when it goes on from the column before. Null for a group without one. */
  heading: ((continued: boolean) => HTMLElement) | null
  items: readonly FlowItem[]
}

/** Gives columns one after the other, adding sheets as needed. Their height is fixed. */
export type NextColumn = () => HTMLElement

export function flow(groups: readonly FlowGroup[], nextColumn: NextColumn): void {
  let column: HTMLElement | null = null
  for (const group of groups) {
    let list: HTMLElement | null = null
    const startIn = (fresh: boolean, continued: boolean): HTMLElement => {
      column = fresh || !column ? nextColumn() : column
      const started = document.createElement('ul')
      if (group.heading) {
        const section = document.createElement('section')
        section.append(group.heading(continued), started)
        column.append(section)
      } else column.append(started)
      list = started
      return started
    }
    if (group.items.length === 0) startEmpty(startIn, () => column)
    group.items.forEach((item, at) => {
      const into: HTMLElement = list ?? startIn(false, false)
      into.append(item.element)
      if (column && fits(column)) return
      // The group's start does not stay behind alone at the foot of a column.
      item.element.remove()
      if (into.children.length === 0) (into.closest('section') ?? into).remove()
      const isFresh = column?.children.length === 0
      const next: HTMLElement = isFresh ? startIn(false, at > 0) : startIn(true, at > 0)
      next.append(item.element)
      let rest: FlowItem | null = item
      while (rest && column && !fits(column)) {
        rest = breakItem(rest, column)
        if (rest) startIn(true, true).append(rest.element)
      }
    })
  }
}

/** A heading with nothing under it yet still stands somewhere. */
function startEmpty(
  startIn: (fresh: boolean, continued: boolean) => HTMLElement,
  column: () => HTMLElement | null,
): void {
  const list = startIn(false, false)
  const section = list.parentElement
  list.remove()
  const place = column()
  if (place && section && !fits(place) && place.children.length > 1) {
    section.remove()
    startIn(true, false).remove()
  }
}

/** True when nothing in `box` is lower than its foot. */
export function fits(box: HTMLElement): boolean {
  return box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1
}

/** Leaves as much of the item in the column as there is room for and gives the rest; null when none can be taken away. */
function breakItem(item: FlowItem, column: HTMLElement): FlowItem | null {
  const whole = item.text.textContent ?? ''
  const kept = longestFit(whole, (start) => {
    item.text.textContent = start
    return fits(column)
  })
  if (kept === 0) {
    item.text.textContent = whole
    return null
  }
  item.text.textContent = whole.slice(0, kept).trimEnd()
  const element = item.element.cloneNode(true) as HTMLElement
  const text = element.querySelector<HTMLElement>('[data-text]') ?? element
  text.textContent = whole.slice(kept).trimStart()
  element.dataset.continued = ''
  item.element.querySelectorAll('[data-after-text]').forEach((after) => after.remove())
  return { element, text }
}

/**
 * The length of the longest start of `whole` that ends between words (or, in a word too long for any line, between
 * letters) and for which `isGood` holds; 0 when none does. `isGood` is asked about a dozen times.
 */
export function longestFit(whole: string, isGood: (start: string) => boolean): number {
  const ends = [...whole.matchAll(/\s+/g)].map((space) => space.index).filter((end) => end > 0)
  const longestWord = Math.max(...whole.split(/\s+/).map((word) => word.length))
  const places = longestWord > 60 ? lettersOf(whole) : ends
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (isGood(whole.slice(0, places[middle - 1]))) low = middle
    else high = middle - 1
  }
  return low === 0 ? 0 : places[low - 1]!
}

/** Where each letter ends, never inside one made of several code points. */
function lettersOf(whole: string): number[] {
  if (!('Segmenter' in Intl))
    return Array.from(
      whole,
      (
        (end) => (letter: string) =>
          (end += letter.length)
      )(0),
    )
  return [...new Intl.Segmenter().segment(whole)].map(({ index, segment }) => index + segment.length)
}
