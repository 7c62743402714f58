// Tables and other blocks one under the other, on as many sheets as it takes.
import { element } from './element'
import { fits } from './flow'
import { addSheet, type SheetFrame } from './sheet'
import { layTable, type TableSpec } from './table'
import styles from './table.module.css'

export interface Stack {
  addTable(spec: TableSpec): void
  /** Adds something that stands on one sheet whole, under a heading. */
  addBlock(heading: string, ...content: readonly HTMLElement[]): void
}

/** Begins after what stands already of the page `title`; the first sheet is added when something is. */
export function stackSheets(frame: SheetFrame, title: string): Stack {
  let body: HTMLElement | null = null
  const place = {
    body: () => body,
    next() {
      body = addSheet(frame, { title, starts: 'nothing' }).body
      body.classList.add(styles.stack!)
      return body
    },
  }
  return {
    addTable: (spec) => {
      if (spec.rows.length > 0) layTable(place, spec)
    },
    addBlock(heading, ...content) {
      const block = element(
        'section',
        { class: styles.part },
        element('h2', { class: styles.heading, dir: 'auto' }, heading),
        ...content,
      )
      const into = body ?? place.next()
      into.append(block)
      if (fits(into) || into.children.length === 1) return
      block.remove()
      place.next().append(block)
    },
  }
}
