// A board's record in the keys that the document keeps its changes under: `at` for position and rotation together, one for
// each property, those of `props` and `meta` with a dot (`props.color`).
import { equalityDeep } from 'lib0/function'
import type { BoardRecord } from './boardRecord'

/** The parts of a record whose properties have keys of their own. */
export const opened: readonly string[] = ['props', 'meta']
const moved = ['x', 'y', 'rotation'] as const
export const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** All of a record's keys with what they hold. */
export function flatten(record: BoardRecord): Map<string, unknown> {
  const flat = new Map<string, unknown>()
  for (const [key, value] of Object.entries(record)) {
    if (key === 'id' || (moved as readonly string[]).includes(key)) continue
    if (opened.includes(key) && isPlain(value))
      for (const [inner, innerValue] of Object.entries(value)) flat.set(`${key}.${inner}`, innerValue)
    else flat.set(key, value)
  }
  if (typeof record.x === 'number') flat.set('at', [record.x, record.y, record.rotation])
  return flat
}

/** The keys (`at`, `props.color`, …) under which `from` and `to` are not the same. */
export function changedKeys(from: BoardRecord, to: BoardRecord): string[] {
  if (from === to) return []
  const changed: string[] = []
  if (moved.some((key) => from[key] !== to[key])) changed.push('at')
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    if (key === 'id' || key === 'x' || key === 'y' || key === 'rotation') continue
    const before = from[key]
    const after = to[key]
    if (before === after) continue
    if (opened.includes(key) && isPlain(before) && isPlain(after)) {
      for (const inner of new Set([...Object.keys(before), ...Object.keys(after)]))
        if (!equalityDeep(before[inner], after[inner])) changed.push(`${key}.${inner}`)
    } else if (!equalityDeep(before, after)) changed.push(key)
  }
  return changed
}

/** `props` or `meta` where the key is of a property in it, else null. */
export function outerOf(key: string): string | null {
  const dot = key.indexOf('.')
  if (dot < 0) return null
  const outer = key.slice(0, dot)
  return opened.includes(outer) ? outer : null
}

/** `record` with the value kept under one key replaced; undefined takes the property away. */
export function withKey(record: BoardRecord, key: string, value: unknown): BoardRecord {
  const outer = outerOf(key)
  const inner = outer === null ? undefined : record[outer]
  const copy = { ...record, ...(outer !== null && { [outer]: isPlain(inner) ? { ...inner } : {} }) }
  setKey(copy, key, value)
  return copy
}

/** As {@link withKey}, in a record (and `props` or `meta` in it) that is the caller's own. */
export function setKey(record: BoardRecord, key: string, value: unknown): void {
  const outer = outerOf(key)
  if (key === 'at') {
    const [x, y, rotation] = Array.isArray(value) ? (value as unknown[]) : []
    record.x = x
    record.y = y
    record.rotation = rotation
  } else if (outer === null) put(record, key, value)
  else put(record[outer] as Record<string, unknown>, key.slice(outer.length + 1), value)
}

/** The value of `record` that is kept under `key`. */
export function valueOfKey(record: BoardRecord, key: string): unknown {
  if (key === 'at') return [record.x, record.y, record.rotation]
  const outer = outerOf(key)
  if (outer === null) return record[key]
  const inner = record[outer]
  return isPlain(inner) ? inner[key.slice(outer.length + 1)] : undefined
}

function put(whole: Record<string, unknown>, key: string, value: unknown): void {
  if (value === undefined) delete whole[key]
  else whole[key] = value
}
