// A place in a list for a new or moved record, also when the list's keys leave no room.
import { z } from 'zod'
import { orderBetween } from './order'

/** A key that {@link orderBetween} makes and understands. Nothing comes before a key that ends in 0. */
export const orderKey = z
  .string()
  .max(200)
  .regex(/^[0-9A-Za-z]*[1-9A-Za-z]$/)

interface Placed {
  readonly id: string
  readonly order: string
}

export interface Place {
  /** The record's own key. */
  readonly order: string
  /** Other records that need a new key, when there was no room. Mostly none. */
  readonly others: readonly Placed[]
}

/** Longer keys are replaced while there is still room. */
const longest = 90

/**
 * The place before `list[at]`, or last when `at` is the list's length.
 * @param list sorted by order, without the record itself; all keys pass {@link orderKey}.
 */
export function placeAmong(list: readonly Placed[], at: number): Place {
  const before = list[at - 1]?.order ?? null
  const after = list[at]?.order ?? null
  if (before === null || after === null || before < after) {
    const order = orderBetween(before, after)
    if (order.length <= longest) return { order, others: [] }
  }
  const keys = spread(list.length + 1, null, null)
  const order = keys.splice(at, 1)[0]!
  return { order, others: list.map(({ id }, index) => ({ id, order: keys[index]! })) }
}

/** So many short keys in order between two. */
function spread(count: number, before: string | null, after: string | null): string[] {
  if (count === 0) return []
  const middle = orderBetween(before, after)
  const first = Math.floor((count - 1) / 2)
  return [...spread(first, before, middle), middle, ...spread(count - 1 - first, middle, after)]
}
