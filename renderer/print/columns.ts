import type { Paper } from '../../shared/bridge/bridge'
import { element } from './element'
import type { NextColumn } from './flow'
import { addSheet, type SheetFrame } from './sheet'
import styles from './list.module.css'

const columnsOn: Readonly<Record<Paper, number>> = { A4: 2, A3: 3 }

/** Columns of running text, on as many sheets as it takes. `part` says what the sheets show of the page `title`. */
export function columnsOfSheets(frame: SheetFrame, title: string, part: string): NextColumn {
  let waiting: HTMLElement[] = []
  let isFirst = true
  return () => {
    if (waiting.length === 0) {
      const { body } = addSheet(frame, { title, part, starts: isFirst ? 'part' : 'nothing' })
      isFirst = false
      waiting = Array.from({ length: columnsOn[frame.paper] }, () => element('div', { class: styles.column }))
      body.append(element('div', { class: styles.columns }, ...waiting))
    }
    return waiting.shift()!
  }
}
