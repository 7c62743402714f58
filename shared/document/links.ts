// Links between things on different pages, kept in the `common` room, where both ends can see them whatever page is open.
// A link is one plain value under an id made of its two ends: it never changes, and the same pair linked by two people at
// once is one link. It stays when an end goes away, so that it holds again when the end comes back.
import * as Y from 'yjs'
import { z } from 'zod'
import { linkIdOf, linkKinds, type Link } from '../links/link'
import { localOrigin } from './control'
import type { BadRecord, RecordView } from './recordView'

const end = z.object({ page: z.string().min(1).max(64), id: z.string().min(1).max(64) })
const link = z.object({ kind: z.enum(linkKinds), a: end, b: end })

const container = (common: Y.Doc) => common.getMap<unknown>('links')

/** Makes a link, unless it is there. */
export function addLink(common: Y.Doc, { kind, a, b }: Omit<Link, 'id'>): void {
  const id = linkIdOf(a, b)
  if (container(common).has(id)) return
  const kept = { kind, a: { page: a.page, id: a.id }, b: { page: b.page, id: b.id } }
  common.transact(() => container(common).set(id, kept), localOrigin)
}

/** Takes links away. Nothing happens to the things they tied together. */
export function removeLinks(common: Y.Doc, ids: readonly string[]): void {
  const there = ids.filter((id) => container(common).has(id))
  if (there.length > 0)
    common.transact(() => there.forEach((id) => container(common).delete(id)), localOrigin)
}

/** All links, in the order of their ids, also those of which an end is gone. */
export function viewLinks(common: Y.Doc): RecordView<Link> {
  const map = container(common)
  const listeners = new Set<() => void>()
  let list: readonly Link[] | null = null
  let bad: readonly BadRecord[] = []
  const read = () => {
    const good: Link[] = []
    const unsound: BadRecord[] = []
    for (const [id, value] of [...map.entries()].sort(([one], [other]) => (one < other ? -1 : 1))) {
      const sound = link.safeParse(value)
      if (sound.success && linkIdOf(sound.data.a, sound.data.b) === id)
        good.push(Object.freeze({ id, ...sound.data }))
      else unsound.push({ id, problem: sound.error?.message ?? 'kept under another id than its own' })
    }
    bad = Object.freeze(unsound)
    return (list = Object.freeze(good))
  }
  const records = () => list ?? read()
  const onChange = () => {
    list = null
    listeners.forEach((changed) => changed())
  }
  map.observe(onChange)
  return {
    records,
    record: (id) => records().find((each) => each.id === id),
    bad() {
      records()
      return bad
    },
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    close() {
      map.unobserve(onChange)
      listeners.clear()
    },
  }
}

/** Undo and redo of this person's own links. */
export function linkUndo(common: Y.Doc): Y.UndoManager {
  // Every link is a step of its own.
  return new Y.UndoManager(container(common), { trackedOrigins: new Set([localOrigin]), captureTimeout: 0 })
}
