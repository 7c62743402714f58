// The keys of the grid while no cell is being edited.
import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import type { Column, GridLine } from './gridLines'
import { moveBy, moveOn } from './gridMoves'
import type { GridState } from './useGrid'

export interface GridKeys {
  lines: readonly GridLine[]
  columns: readonly Column[]
  grid: GridState
  canWrite: boolean
  /** Whether something can be typed where one is. */
  canEdit: (line: GridLine, column: Column) => boolean
  clear: () => void
  fillRight: () => void
  showDetails: (rowId: string) => void
  showMenu: (rowId: string) => void
  /** Chooses among a few words where one is: a status, a category. */
  choose: (line: GridLine) => void
  step: (rowId: string, by: -1 | 1) => void
  remove: (rowId: string) => void
}

const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform)

/** Up or down on a button that opens a menu; with Alt it is meant for the menu. */
export function isArrowAtMenu({ key, altKey, target }: KeyboardEvent<HTMLElement>): boolean {
  const isArrow = key === 'ArrowUp' || key === 'ArrowDown'
  return isArrow && !altKey && target instanceof HTMLElement && target.ariaHasPopup !== null
}

/** Tab leaves the grid after Escape, so that nobody is held in it. */
let isLeaving = false

export function onGridKey(event: KeyboardEvent<HTMLElement>, keys: GridKeys): void {
  const { grid, lines, columns } = keys
  const { target } = event
  if (grid.editing || !(target instanceof HTMLElement) || !target.closest('[data-cell]')) return
  const line = lines[grid.spot.line]
  if (!line) return
  const mod = isMac() ? event.metaKey : event.ctrlKey
  const size = { lines: lines.length, columns: columns.length }
  const done = () => {
    event.preventDefault()
    event.stopPropagation()
  }
  const wasLeaving = isLeaving
  isLeaving = event.key === 'Escape'

  if (event.key === 'Tab') {
    const next = moveOn(event.shiftKey ? -1 : 1, grid.spot, size)
    if (wasLeaving || next === null) return
    done()
    return grid.goToSpot(next)
  }
  const rowId = line.type === 'row' ? line.key : null
  if (event.altKey) {
    if (rowId === null || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter') {
      done()
      keys.showDetails(rowId)
    } else if (keys.canWrite && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      done()
      keys.step(rowId, event.key === 'ArrowUp' ? -1 : 1)
    }
    return
  }
  const isMirrored = getComputedStyle(event.currentTarget).direction === 'rtl'
  const to = moveBy({ key: event.key, mod, isMirrored }, grid.spot, size)
  if (to) {
    done()
    return grid.goToSpot(to, event.shiftKey)
  }
  // Buttons in cells answer Enter and the space bar themselves.
  if (target.tagName === 'BUTTON') return
  if (rowId !== null && (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey))) {
    done()
    return keys.showMenu(rowId)
  }
  if (event.key === 'Enter' || event.key === 'F2') {
    done()
    if (keys.canEdit(line, grid.active.column)) return grid.edit(grid.active, 'on')
    if (keys.canWrite && rowId !== null && grid.active.column === 'status') return keys.choose(line)
    if (rowId !== null) keys.showDetails(rowId)
    else if (line.type === 'group') target.querySelector('button')?.click()
    return
  }
  if (!keys.canWrite) return
  if (event.key === 'Delete' || event.key === 'Backspace') {
    done()
    if (mod && rowId !== null) return keys.remove(rowId)
    return keys.clear()
  }
  if (mod && event.key.toLowerCase() === 'r' && !event.shiftKey) {
    done()
    return keys.fillRight()
  }
  const writes = event.key.length === 1 || event.key === 'Dead' || event.key === 'Process'
  if (!writes || event.ctrlKey || event.metaKey || event.key === ' ') return
  if (!keys.canEdit(line, grid.active.column)) return
  // The field is there before the key's own letter is, so the letter lands in it.
  flushSync(() => grid.edit(grid.active, 'over'))
}
