// Where one is in the grid, what is selected, and what is being edited.
import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { Column, GridLine } from './gridLines'
import { areaBetween, type Area, type Spot } from './gridMoves'

export interface Place {
  readonly line: string
  readonly column: Column
}

export interface Editing extends Place {
  /** What typing does first: go on from what stands there, or replace it. */
  readonly begins: 'on' | 'over'
}

export interface GridState {
  active: Place
  spot: Spot
  area: Area
  editing: Editing | null
  /** `extend` keeps the other corner of the selection. The keyboard follows. */
  goTo(place: Place, extend?: boolean): void
  /** The focus came to a cell by itself: from outside, or led by a screen reader. */
  arrive(place: Place): void
  goToSpot(spot: Spot, extend?: boolean): void
  edit(place: Place, begins: Editing['begins']): void
  /** `goBack`: the keyboard goes on from the cell. */
  stopEditing(goBack: boolean): void
}

/** The lines and columns change under way; a place that is gone gives way to the nearest. */
export function useGrid(
  root: RefObject<HTMLElement | null>,
  lines: readonly GridLine[],
  columns: readonly Column[],
  /** The row whose title is written first, when one was just made. */
  begun: string | null,
): GridState {
  const [active, setActive] = useState<Place & { at: number }>({
    line: begun ?? lines[1]?.key ?? '',
    column: 'title',
    at: 1,
  })
  const [anchor, setAnchor] = useState<Place | null>(null)
  const [editing, setEditing] = useState<Editing | null>(() =>
    begun === null ? null : { line: begun, column: 'title', begins: 'on' },
  )
  const wantsFocus = useRef(false)

  const spotOf = (place: Place): Spot => {
    const line = lines.findIndex((each) => each.key === place.line)
    return {
      line: line < 0 ? Math.min(active.at, lines.length - 1) : line,
      column: Math.max(0, columns.indexOf(place.column)),
    }
  }
  const spot = spotOf(active)
  const shown: Place = { line: lines[spot.line]?.key ?? '', column: columns[spot.column] ?? 'title' }
  const area = areaBetween(anchor ? spotOf(anchor) : spot, spot)
  /** Where the line stands now, for when it is gone. */
  const withLine = useCallback(
    (place: Place) => ({
      ...place,
      at: Math.max(
        0,
        lines.findIndex((each) => each.key === place.line),
      ),
    }),
    [lines],
  )

  const goTo = useCallback(
    (place: Place, extend = false) => {
      wantsFocus.current = true
      setAnchor((now) => (extend ? (now ?? active) : null))
      setActive(withLine(place))
    },
    [active, withLine],
  )
  const arrive = useCallback(
    (place: Place) => {
      setAnchor(null)
      setActive(withLine(place))
    },
    [withLine],
  )
  const edit = useCallback(
    (place: Place, begins: Editing['begins']) => {
      setAnchor(null)
      setActive(withLine(place))
      setEditing({ ...place, begins })
    },
    [withLine],
  )
  const stopEditing = useCallback((goBack: boolean) => {
    wantsFocus.current ||= goBack
    setEditing(null)
  }, [])
  const isEditingGone = editing !== null && !lines.some((line) => line.key === editing.line)
  if (isEditingGone) setEditing(null)

  useLayoutEffect(() => {
    if (!wantsFocus.current || editing) return
    wantsFocus.current = false
    focusPlace(root.current, shown)
  })
  return {
    active: shown,
    spot,
    area,
    editing,
    goTo,
    arrive,
    goToSpot: (to, extend) =>
      goTo({ line: lines[to.line]?.key ?? '', column: columns[to.column] ?? 'title' }, extend),
    edit,
    stopEditing,
  }
}

export const cellName = (line: string, column: Column) => `${line}|${column}`

/** Puts the keyboard on a cell, or on the first cell of a line that has only one. */
export function focusPlace(root: HTMLElement | null, { line, column }: Place): void {
  const find = (name: string) => root?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(name)}"]`)
  const cell = find(cellName(line, column)) ?? find(cellName(line, 'title'))
  cell?.focus()
}
