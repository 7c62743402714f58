// Where each block stands in each layout. The page and the print draw from the same table.
import type { BlockKey, Layout } from '../document/businessModel'

/** One block's place: 1-based grid lines, as in CSS grid. */
export interface BlockPlace {
  readonly block: BlockKey
  /** First column and the line after the last one. */
  readonly column: readonly [from: number, to: number]
  /** First row and the line after the last one. */
  readonly row: readonly [from: number, to: number]
}

export interface LayoutPlan {
  /** How many columns of equal width. */
  readonly columns: number
  /** The rows' shares of the height. */
  readonly rows: readonly number[]
  /** In reading order. Together they cover the whole grid, and none covers another. */
  readonly places: readonly BlockPlace[]
}

const place = (
  block: BlockKey,
  column: readonly [number, number],
  row: readonly [number, number],
): BlockPlace => ({ block, column, row })

export const layoutPlans: Readonly<Record<Layout, LayoutPlan>> = {
  // Osterwalder's nine blocks.
  classic: {
    columns: 10,
    rows: [4, 4, 3],
    places: [
      place('partners', [1, 3], [1, 3]),
      place('activities', [3, 5], [1, 2]),
      place('resources', [3, 5], [2, 3]),
      place('valueCustomer', [5, 7], [1, 3]),
      place('relations', [7, 9], [1, 2]),
      place('channels', [7, 9], [2, 3]),
      place('customer', [9, 11], [1, 3]),
      place('costs', [1, 6], [3, 4]),
      place('revenue', [6, 11], [3, 4]),
    ],
  },
  // The Social Business Model Canvas: the beneficiary apart from who pays, and the value for each.
  social: {
    columns: 30,
    rows: [2, 1, 1, 2, 2],
    places: [
      place('resources', [1, 7], [1, 3]),
      place('partners', [1, 7], [3, 5]),
      place('activities', [7, 13], [1, 5]),
      place('intervention', [13, 19], [1, 3]),
      place('channels', [13, 19], [3, 5]),
      place('beneficiary', [19, 25], [1, 3]),
      place('customer', [19, 25], [3, 5]),
      place('valueSocial', [25, 31], [1, 2]),
      place('impactMeasures', [25, 31], [2, 4]),
      place('valueCustomer', [25, 31], [4, 5]),
      place('costs', [1, 11], [5, 6]),
      place('surplus', [11, 21], [5, 6]),
      place('revenue', [21, 31], [5, 6]),
    ],
  },
  // The classic blocks, with what members need beside who pays, and who decides beside who helps.
  cooperative: {
    columns: 10,
    rows: [4, 4, 3],
    places: [
      place('partners', [1, 3], [1, 2]),
      place('governance', [1, 3], [2, 3]),
      place('activities', [3, 5], [1, 2]),
      place('resources', [3, 5], [2, 3]),
      place('valueCustomer', [5, 7], [1, 3]),
      place('relations', [7, 9], [1, 2]),
      place('channels', [7, 9], [2, 3]),
      place('members', [9, 11], [1, 2]),
      place('customer', [9, 11], [2, 3]),
      place('costs', [1, 6], [3, 4]),
      place('revenue', [6, 11], [3, 4]),
    ],
  },
}

/** The blocks of a layout in reading order. */
export function blocksOf(layout: Layout): readonly BlockKey[] {
  return layoutPlans[layout].places.map((each) => each.block)
}
