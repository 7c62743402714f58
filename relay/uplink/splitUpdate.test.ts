import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { splitUpdate } from './splitUpdate'

/** A document that several people have written in, with things moved and deleted. */
function someDocument(seed: readonly number[]): Y.Doc {
  const docs = [1, 2, 3].map((id) => {
    const doc = new Y.Doc()
    doc.clientID = id
    return doc
  })
  seed.forEach((number, i) => {
    const doc = docs[number % 3]!
    const text = doc.getText('text')
    const map = doc.getMap('map')
    if (number % 5 === 0 && text.length > 3) text.delete(number % (text.length - 2), 2)
    else if (number % 5 === 1) {
      const inner = new Y.Map()
      map.set(`key ${number % 7}`, inner)
      inner.set('value', 'x'.repeat(number % 90))
    } else if (number % 5 === 2) map.delete(`key ${number % 7}`)
    else text.insert(number % (text.length + 1), `${i} ${'y'.repeat(number % 40)} `)
    if (number % 4 === 0) Y.applyUpdate(docs[(number + 1) % 3]!, Y.encodeStateAsUpdate(doc))
  })
  for (const doc of docs) Y.applyUpdate(docs[0]!, Y.encodeStateAsUpdate(doc))
  return docs[0]!
}

const contentOf = (doc: Y.Doc) => ({ text: doc.getText('text').toString(), map: doc.getMap('map').toJSON() })
const apply = (updates: readonly Uint8Array[]) => {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

test('the parts say together what the whole said, in any order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(10_000), { minLength: 1, maxLength: 120 }),
      fc.integer({ min: 20, max: 400 }),
      (seed, bytes) => {
        const doc = someDocument(seed)
        const whole = Y.encodeStateAsUpdate(doc)
        const parts = splitUpdate(whole, bytes)
        for (const order of [parts, parts.toReversed()]) {
          const again = apply(order)
          expect(contentOf(again)).toEqual(contentOf(doc))
          expect(Y.encodeStateVector(again)).toEqual(Y.encodeStateVector(doc))
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('each part builds on those before it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 120 }), (seed) => {
      const again = new Y.Doc()
      for (const part of splitUpdate(Y.encodeStateAsUpdate(someDocument(seed)), 100)) {
        Y.applyUpdate(again, part)
        expect([again.store.pendingStructs, again.store.pendingDs]).toEqual([null, null])
      }
    }),
    { numRuns: 60 },
  )
})

test('a part of a diff stays a diff, and no part is much larger than asked for', () => {
  const doc = new Y.Doc()
  for (let i = 0; i < 300; i++) doc.getMap('map').set(`key ${i}`, 'x'.repeat(500))
  const before = Y.encodeStateVector(doc)
  const old = apply([Y.encodeStateAsUpdate(doc)])
  for (let i = 0; i < 300; i++) doc.getMap('map').set(`key ${i}`, 'y'.repeat(500))
  const parts = splitUpdate(Y.encodeStateAsUpdate(doc, before), 10_000)
  expect(parts.length).toBeGreaterThan(10)
  expect(Math.max(...parts.map((part) => part.length))).toBeLessThan(11_000)
  for (const part of parts) Y.applyUpdate(old, part)
  expect(contentOf(old)).toEqual(contentOf(doc))
})

test('what is small stays whole', () => {
  const update = Y.encodeStateAsUpdate(someDocument([3, 4, 8]))
  expect(splitUpdate(update, 100_000)).toEqual([update])
})
