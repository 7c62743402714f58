import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { inflateRawSync } from 'node:zlib'
import { lengthOfContent, packContent, packedHead, packedIn, unpackContent } from './content'
import { step2Frame } from './frames'

function textOf(length: number): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('text').insert(0, 'å'.repeat(length))
  return Y.encodeStateAsUpdate(doc)
}

test('a large update is packed as the message that it is sent in, and unpacked to the byte', () => {
  for (const length of [8000, 8180, 8192, 20_000, 500_000]) {
    const update = textOf(length)
    const content = packContent(update)
    const packed = packedIn(content)
    if (update.length < 16 * 1024) {
      expect(content).toBe(update)
      continue
    }
    expect(content.length).toBeLessThan(update.length / 10)
    expect(Buffer.compare(inflateRawSync(packed!.deflated), step2Frame(update).message)).toBe(0)
    expect(Buffer.compare(unpackContent(content), update)).toBe(0)
    expect(lengthOfContent(content)).toBe(update.length)
    expect(packedIn(content.subarray(0, packedHead))?.updateLength).toBe(update.length)
  }
})

test('no update is taken for packed content', () => {
  for (const update of [new Uint8Array([0, 0]), new Uint8Array([0xff, 0xff, 0xff]), textOf(3)]) {
    expect(packedIn(update)).toBeUndefined()
    expect(unpackContent(update)).toBe(update)
    expect(lengthOfContent(update)).toBe(update.length)
  }
})

test('packed content that lost its end is not taken for whole', () => {
  const content = packContent(textOf(20_000))
  expect(() => unpackContent(content.subarray(0, content.length - 3))).toThrow()
  expect(() => Y.applyUpdate(new Y.Doc(), content)).toThrow()
})
