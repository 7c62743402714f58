import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { linkIdOf, type Link } from '../links/link'
import { addLink, linkUndo, removeLinks, viewLinks } from './links'

const made = (note: string, row: string): Link => {
  const [a, b] = [
    { page: 'model', id: note },
    { page: 'plan', id: row },
  ]
  return { id: linkIdOf(a, b), kind: 'revenueSource', a, b }
}
const read = (doc: Y.Doc) => {
  const view = viewLinks(doc)
  const records = view.records()
  view.close()
  return records
}
const exchange = (...docs: Y.Doc[]) => {
  for (const from of docs)
    for (const to of docs)
      if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
}

test('two people who link one pair at once make one link', () => {
  const [anna, bo] = [new Y.Doc(), new Y.Doc()]
  addLink(anna, made('n', 'r'))
  addLink(bo, made('n', 'r'))
  exchange(anna, bo)
  expect(read(anna)).toEqual([made('n', 'r')])
  expect(read(bo)).toEqual(read(anna))
})

test('undo takes back one link at a time, and only one’s own', () => {
  const [anna, bo] = [new Y.Doc(), new Y.Doc()]
  const undo = linkUndo(anna)
  addLink(anna, made('n', 'r'))
  addLink(bo, made('n', 's'))
  exchange(anna, bo)
  addLink(anna, made('n', 't'))
  undo.undo()
  expect(read(anna)).toEqual([made('n', 'r'), made('n', 's')])
  removeLinks(anna, [made('n', 's').id])
  undo.undo()
  undo.undo()
  exchange(anna, bo)
  expect(read(bo)).toEqual([made('n', 's')])
})

test('what is no link is passed over and reported, not lost', () => {
  const doc = new Y.Doc()
  addLink(doc, made('n', 'r'))
  const kept = doc.getMap('links')
  kept.set('junk', 5)
  kept.set('elsewhere', { ...made('n', 'x') })
  const view = viewLinks(doc)
  expect(view.records()).toEqual([made('n', 'r')])
  expect(view.bad().map(({ id }) => id)).toEqual(['elsewhere', 'junk'])
  expect(kept.size).toBe(3)
})

/** mulberry32 */
function random(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

test('three people adding, removing and undoing, now and then apart, end up with the same links', () => {
  for (let seed = 1; seed <= 400; seed++) {
    const next = random(seed)
    const pick = (count: number) => Math.floor(next() * count)
    const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
    docs.forEach((doc, at) => (doc.clientID = at + 1))
    const undos = docs.map(linkUndo)
    const views = docs.map(viewLinks)
    for (let step = 0; step < 40; step++) {
      const who = pick(3)
      const doc = docs[who]!
      const link = made(`n${pick(3)}`, `r${pick(3)}`)
      const act = pick(6)
      if (act < 2) addLink(doc, link)
      else if (act === 2) removeLinks(doc, [link.id])
      else if (act === 3) undos[who]!.undo()
      else if (act === 4) undos[who]!.redo()
      else exchange(doc, docs[pick(3)]!)
    }
    exchange(...docs)
    exchange(...docs)
    const [first, ...others] = views.map((view) => view.records())
    for (const other of others) expect(other, `seed ${seed}`).toEqual(first)
    views.forEach((view, at) => {
      expect(view.bad(), `seed ${seed}`).toEqual([])
      expect(view.records(), `seed ${seed}`).toEqual(read(docs[at]!))
    })
    expect(new Set(first!.map(({ id }) => id)).size).toBe(first!.length)
  }
})
