import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { checkUpdate, encodeStateVector, extendStateVector } from './updates'

function written(text: string): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 7
  doc.getText('text').insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}

test('an update from Yjs passes, with what it brings', () => {
  expect(checkUpdate(written('hej'))).toMatchObject({ isEmpty: false, runs: [[7, 0, 3]] })
  expect(checkUpdate(new Uint8Array([0, 0]))?.isEmpty).toBe(true)
})

test('a deletion alone is no empty update', () => {
  const doc = new Y.Doc()
  doc.getText('text').insert(0, 'hej')
  const before = Y.encodeStateVector(doc)
  doc.getText('text').delete(0, 2)
  expect(checkUpdate(Y.encodeStateAsUpdate(doc, before))).toMatchObject({ isEmpty: false, runs: [] })
})

test('every cut of an update is refused or decodes to less', () => {
  const whole = written('hej på dig')
  for (let length = 0; length < whole.length; length++)
    expect(checkUpdate(whole.slice(0, length))).toBeUndefined()
})

test('a struct that leans on itself is refused: applying it would throw', () => {
  const bytes = new Uint8Array([1, 1, 7, 0, 0x84, 7, 5, 1, 0x62, 0])
  expect(() => Y.decodeUpdate(bytes)).not.toThrow()
  expect(() => Y.applyUpdate(new Y.Doc(), bytes)).toThrow()
  expect(checkUpdate(bytes)).toBeUndefined()
})

test('a claimed length cannot reach into memory beside the message', () => {
  const secret = new TextEncoder().encode('hemligt hemligt hemligt')
  const lying = new Uint8Array([1, 1, 7, 0, 4, 1, 1, 0x74, 20, 0x62])
  const shared = new Uint8Array(lying.length + secret.length)
  shared.set(lying)
  shared.set(secret, lying.length)
  expect(checkUpdate(new Uint8Array(shared.subarray(0, lying.length)))).toBeUndefined()
})

test('a state vector grows only where there is no gap', () => {
  const have = new Map([[7, 3]])
  extendStateVector(have, [
    [7, 3, 2],
    [8, 4, 2],
    [9, 0, 1],
  ])
  expect(have).toEqual(
    new Map([
      [7, 5],
      [9, 1],
    ]),
  )
  expect(Y.decodeStateVector(encodeStateVector(have))).toEqual(have)
})
