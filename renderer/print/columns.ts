import type { Paper } from '../../shared/bridge/bridge'
import { element } from './element'
import type { NextColumn } from './flow'
import { addSheet, type SheetFrame } from './sheet'
import styles from './list.module.css'

/** How many columns a sheet has: `wide` ones for notes with all that is known of them, `narrow` ones for short notes. */
const columnsOn: Readonly<Record<'wide' | 'narrow', Readonly<Record<Paper, number>>>> = {
  wide: { A4: 2, A3: 3 },
  narrow: { A4: 3, A3: 4 },
}

/** Columns of running text, on as many sheets as it takes. `part` says what the sheets show of the page `title`. */
export function columnsOfSheets(
  frame: SheetFrame,
  title: string,
  part: string,
  width: keyof typeof columnsOn,
): NextColumn {
  let waiting: HTMLElement[] = []
  let isFirst = true
  return () => {
    if (waiting.length === 0) {
      const { body } = addSheet(frame, { title, part, starts: isFirst ? 'part' : 'nothing' })
      isFirst = false
      waiting = Array.from({ length: columnsOn[width][frame.paper] }, () =>
        element('div', { class: styles.column }),
      )
      body.append(element('div', { class: styles.columns }, ...waiting))
    }
    return waiting.shift()!
  }
}
