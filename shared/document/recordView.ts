// Plain, frozen snapshots of a Y.Map of records; only a record that changed is read again.
import * as Y from 'yjs'

/** A record that could not be read: it stays in the document, and the page goes on without it. */
export interface BadRecord {
  id: string
  problem: string
}

export interface RecordView<T> {
  /** The same array until something changes. In no particular order. */
  records(): readonly T[]
  /** One record's snapshot, the same object until that record changes. */
  record(id: string): T | undefined
  /** Records that did not pass `read`. */
  bad(): readonly BadRecord[]
  /** `changed` runs after every transaction that touched a record. Returns the way to stop. */
  subscribe(changed: () => void): () => void
  /** Stops watching the document. */
  close(): void
}

/**
 * Watches `container`, whose values are Y.Maps under record ids.
 * @param read makes plain data of one record; it throws (zod's parse does) when the record is not sound.
 */
export function viewRecords<T>(
  container: Y.Map<Y.Map<unknown>>,
  read: (id: string, record: Y.Map<unknown>) => T,
): RecordView<T> {
  const good = new Map<string, T>()
  const bad = new Map<string, BadRecord>()
  const listeners = new Set<() => void>()
  let list: readonly T[] | null = null
  let badList: readonly BadRecord[] | null = null

  const readOne = (id: string) => {
    const record = container.get(id)
    good.delete(id)
    bad.delete(id)
    if (record === undefined) return
    try {
      if (!(record instanceof Y.Map)) throw new Error('not a record')
      good.set(id, Object.freeze(read(id, record)))
    } catch (problem) {
      bad.set(id, { id, problem: problem instanceof Error ? problem.message : String(problem) })
    }
  }

  const onChange = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
    const touched = new Set<string>()
    for (const event of events) {
      if (event.path.length > 0) touched.add(String(event.path[0]))
      else for (const id of event.keys.keys()) touched.add(id)
    }
    touched.forEach(readOne)
    list = badList = null
    listeners.forEach((changed) => changed())
  }

  container.forEach((_record, id) => readOne(id))
  container.observeDeep(onChange)
  return {
    records: () => (list ??= Object.freeze([...good.values()])),
    record: (id) => good.get(id),
    bad: () => (badList ??= Object.freeze([...bad.values()])),
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    close: () => {
      container.unobserveDeep(onChange)
      listeners.clear()
    },
  }
}
