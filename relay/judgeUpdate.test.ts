import {
  createEncoder,
  toUint8Array,
  writeAny,
  writeUint8Array,
  writeVarString,
  writeVarUint,
} from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { judgeUpdate, surveyContent, type SoundUpdate } from './judgeUpdate'
import { knowNothing, learn, type Known } from './known'

function written(text: string, client = 7): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = client
  doc.getText('text').insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}

function take(update: Uint8Array, known: Known): SoundUpdate & { isLacking: boolean } {
  const verdict = judgeUpdate(update, known)
  if (verdict.kind === 'refused') throw new Error('refused')
  learn(known, verdict.update.brings)
  return { ...verdict.update, isLacking: verdict.isLacking }
}

const judged = (update: readonly number[] | Uint8Array, known = knowNothing()) =>
  judgeUpdate(new Uint8Array(update), known).kind

/** An update of one client whose one item has `content` (its kind and its bytes) in the root type `t`. */
function itemWith(kind: number, write: (encoder: ReturnType<typeof createEncoder>) => void): Uint8Array {
  const encoder = createEncoder()
  writeUint8Array(encoder, new Uint8Array([1, 1, 7, 0, kind, 1, 1, 0x74]))
  write(encoder)
  writeVarUint(encoder, 0)
  return toUint8Array(encoder)
}

test('an update from Yjs passes as it is, and what it brings is known', () => {
  const known = knowNothing()
  const update = written('hej')
  expect(take(update, known)).toMatchObject({ bytes: update, isEmpty: false, isLacking: false })
  expect(known.have).toEqual(new Map([[7, 3]]))
  expect(take(new Uint8Array([0, 0]), known).isEmpty).toBe(true)
})

test('a deletion alone is no empty update', () => {
  const known = knowNothing()
  const doc = new Y.Doc()
  doc.getText('text').insert(0, 'hej')
  take(Y.encodeStateAsUpdate(doc), known)
  const before = Y.encodeStateVector(doc)
  doc.getText('text').delete(0, 2)
  expect(take(Y.encodeStateAsUpdate(doc, before), known)).toMatchObject({ isEmpty: false, isLacking: false })
})

test('every cut of an update is refused', () => {
  const whole = written('hej på dig')
  for (let length = 0; length < whole.length; length++) expect(judged(whole.slice(0, length))).toBe('refused')
  expect(judged([...whole, 0])).toBe('refused')
})

test('a claimed length cannot reach into memory beside the message', () => {
  const secret = new TextEncoder().encode('hemligt hemligt hemligt')
  const lying = new Uint8Array([1, 1, 7, 0, 4, 1, 1, 0x74, 20, 0x62])
  const shared = new Uint8Array(lying.length + secret.length)
  shared.set(lying)
  shared.set(secret, lying.length)
  expect(judged(new Uint8Array(shared.subarray(0, lying.length)))).toBe('refused')
})

const padded = [...Array<number>(160).fill(0x80), 0]
test.each<[string, readonly number[] | Uint8Array]>([
  ['stands on itself', [1, 1, 7, 0, 0x84, 7, 5, 1, 0x62, 0]],
  ['has a length of nothing', [1, 1, 7, 0, 4, 1, 1, 0x74, 0, 0]],
  ['has no end of structs', [1, 0xff, 0xff, 0xff, 0xff, 0x0f, 7, 0, 0, 1, 0]],
  ['has a clock that is no number', [1, 1, 7, ...padded, 0, 1, 0]],
  ['has a length that is no number', [1, 1, 7, 0, 0, ...padded, 0]],
  ['has a clock beyond counting', [1, 1, 7, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f, 0, 2, 0]],
  ['speaks of a client twice', [2, 1, 7, 0, 0, 1, 1, 7, 1, 0, 1, 0]],
  ['has a type that Yjs does not know', [1, 1, 7, 0, 7, 1, 1, 0x74, 9, 0]],
  ['holds a document', itemWith(9, (e) => (writeVarString(e, 'guid'), writeAny(e, {})))],
  ['has text that is none', [1, 1, 7, 0, 4, 1, 1, 0x74, 2, 0xc3, 0x28, 0]],
  ['has JSON that is none', itemWith(5, (e) => writeVarString(e, '{'))],
  ['has JSON without a floor', itemWith(5, (e) => writeVarString(e, '['.repeat(5000) + ']'.repeat(5000)))],
  [
    'has values without a floor',
    [
      1,
      1,
      7,
      0,
      8,
      1,
      1,
      0x74,
      1,
      ...Array<number>(5000)
        .fill(117)
        .flatMap((x) => [x, 1]),
      126,
      0,
    ],
  ],
  [
    'gives a value another nature',
    itemWith(
      8,
      (e) => (writeVarUint(e, 1), writeAny(e, JSON.parse('{"__proto__":{"x":1}}') as { x: number })),
    ),
  ],
  ['deletes a range of nothing', [0, 1, 7, 1, 0, 0]],
])('what %s is refused', (_name, bytes) => {
  expect(judged(bytes)).toBe('refused')
})

test('types within types have a floor, in one update and over many', () => {
  const nested = (levels: number) => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    let map: Y.Map<unknown> = doc.getMap('map')
    for (let i = 0; i < levels; i++) {
      const inner = new Y.Map<unknown>()
      map.set('inner', inner)
      map = inner
    }
    return { whole: Y.encodeStateAsUpdate(doc), updates }
  }
  expect(judged(nested(50).whole)).toBe('sound')
  expect(judged(nested(150).whole)).toBe('refused')
  const known = knowNothing()
  const verdicts = nested(150).updates.map((update) => {
    const verdict = judgeUpdate(update, known)
    if (verdict.kind === 'sound') learn(known, verdict.update.brings)
    return verdict.kind === 'sound' && !verdict.isLacking
  })
  expect(verdicts.indexOf(false)).toBeGreaterThan(90)
  expect(verdicts.lastIndexOf(true)).toBeLessThan(110)
})

test('what is known already is left out, so that two who say different things for one clock do not both get through', () => {
  const known = knowNothing()
  take(written('abc'), known)
  expect(take(written('abc'), known).isEmpty).toBe(true)
  expect(take(written('xyz'), known).isEmpty).toBe(true)
  const rest = take(written('abcdef'), known)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, written('abc'))
  Y.applyUpdate(doc, rest.bytes)
  expect(doc.getText('text').toString()).toBe('abcdef')
})

test('an item that would join what Yjs has collected with what lives does not make it choke', () => {
  // Client 9 writes in a list that is deleted then, so that its items are collected; and again for the same clocks.
  const doc = new Y.Doc()
  doc.clientID = 9
  const inner = new Y.Array()
  doc.getMap('map').set('inner', inner)
  inner.push([1, 2])
  const known = knowNothing()
  take(Y.encodeStateAsUpdate(doc), known)
  doc.getMap('map').delete('inner')
  const forged = new Uint8Array([1, 1, 9, 1, 4, 1, 1, 0x74, 5, 0x61, 0x62, 0x63, 0x64, 0x65, 0])
  expect(() => Y.applyUpdate(doc, forged)).toThrow()

  const page = new Y.Doc()
  Y.applyUpdate(page, Y.encodeStateAsUpdate(doc))
  Y.applyUpdate(page, take(forged, known).bytes)
  expect(page.store.pendingStructs).toBeNull()
})

test('what builds on something missing is left out, and taken when that has come', () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.getText('text').insert(0, 'a')
  doc.getText('text').insert(1, 'b')
  doc.getText('text').delete(0, 1)
  const known = knowNothing()
  expect(take(updates[1]!, known)).toMatchObject({ isEmpty: true, isLacking: true })
  expect(take(updates[2]!, known)).toMatchObject({ isEmpty: true, isLacking: true })
  take(updates[0]!, known)
  expect(take(updates[1]!, known).isLacking).toBe(false)
  expect(take(updates[2]!, known).isLacking).toBe(false)
})

test('two clients that wait for each other are left out, and others are taken', () => {
  const known = knowNothing()
  // 3:0 stands on 2:0, and 2:0 on 3:0; 1:0 stands by itself.
  const tangled = [
    3, 1, 3, 0, 0x84, 2, 0, 1, 0x61, 1, 2, 0, 0x84, 3, 0, 1, 0x62, 1, 1, 0, 4, 1, 1, 0x74, 1, 0x63, 0,
  ]
  const sound = take(new Uint8Array(tangled), known)
  expect(sound).toMatchObject({ isLacking: true, isEmpty: false })
  expect(known.have).toEqual(new Map([[1, 1]]))
  const doc = new Y.Doc()
  Y.applyUpdate(doc, sound.bytes)
  expect(doc.store.pendingStructs).toBeNull()
  expect(doc.getText('t').toString()).toBe('c')
})

test('nobody writes on as somebody else', () => {
  const known = knowNothing()
  take(written('abc'), known)
  const others = { has: (client: number) => client === 7 }
  const verdict = judgeUpdate(written('abcd'), known, others)
  expect(verdict).toMatchObject({ kind: 'sound', isLacking: true, update: { isEmpty: true } })
  // What the relay has is passed over; what one's page has of others may be said again.
  expect(judgeUpdate(written('abc'), known, others)).toMatchObject({ isLacking: false })
})

test('a merged room tells what it has', () => {
  const doc = new Y.Doc()
  doc.getMap('map').set('a', new Y.Map([['text', new Y.Text('hej')]]))
  doc.getMap('map').delete('a')
  doc.getText('text').insert(0, 'hej')
  const known = surveyContent(Y.encodeStateAsUpdate(doc))
  expect(known.have).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)))
  doc.getText('text').insert(1, 'x')
  expect(take(Y.encodeStateAsUpdate(doc), known).isLacking).toBe(false)
})
