// Whether a line of the grid would look the same: lists of numbers are compared number by number, because each
// computation makes new ones.

const isSame = (a: unknown, b: unknown): boolean =>
  Object.is(a, b) ||
  (Array.isArray(a) &&
    Array.isArray(b) &&
    a.length === b.length &&
    a.every((each, at) => Object.is(each, b[at])))

export function sameProps<T extends object>(before: T, after: T): boolean {
  const keys = Object.keys(after) as (keyof T)[]
  return keys.length === Object.keys(before).length && keys.every((key) => isSame(before[key], after[key]))
}
