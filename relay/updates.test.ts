import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { checkStateVector, encodeStateVector, joinUpdates } from './updates'

test('a state vector is read as it was written; what is none is refused', () => {
  const have = new Map([
    [7, 5],
    [9, 1],
  ])
  expect(checkStateVector(encodeStateVector(have))).toEqual(have)
  for (const bytes of [[], [3, 1], [200]]) expect(checkStateVector(new Uint8Array(bytes))).toBeUndefined()
})

test('joined updates say what all of them say, and none says nothing', () => {
  const [one, two] = ['a', 'b'].map((key) => {
    const doc = new Y.Doc()
    doc.getMap('map').set(key, 1)
    return Y.encodeStateAsUpdate(doc)
  })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, joinUpdates([one!, two!]))
  expect(doc.getMap('map').toJSON()).toEqual({ a: 1, b: 1 })
  expect(joinUpdates([])).toEqual(new Uint8Array([0, 0]))
})
