import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { unpackContent } from './content'
import { openLog } from './log'
import { startMerger, type Merger } from './merger'
import { PassThrough } from 'node:stream'

let merger: Merger
afterEach(() => merger.close())

function bigUpdate(text: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('text').insert(0, text.repeat(20_000))
  return Y.encodeStateAsUpdate(doc)
}

function smallUpdate(text: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('text').insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}

test('large work is done by a worker, from source as in a bundle, while this thread goes on', async () => {
  const complaints = new PassThrough()
  merger = startMerger(openLog(complaints, 'warn'))
  const big = bigUpdate('å')
  await merger.run('merge', [big])
  const turns: number[] = []
  const timer = setInterval(() => turns.push(performance.now()), 1)
  const many = Array.from({ length: 150 }, (_, i) => bigUpdate(String(i % 10)))
  const merged = await merger.run('merge', [big, ...many])
  clearInterval(timer)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, unpackContent(merged.content))
  expect(doc.getText('text').length).toBeGreaterThan(151 * 20_000 - 1)
  expect(turns.length).toBeGreaterThan(5)
  expect(complaints.read()).toBeNull()
})

test('an update that decodes but cannot be applied is named and left out', async () => {
  merger = startMerger(openLog(new PassThrough()))
  const good = bigUpdate('a')
  // A struct of client 7 whose left neighbour is a later struct of its own.
  const bad = new Uint8Array([1, 1, 7, 0, 0x84, 7, 5, 1, 0x62, 0])
  const result = await merger.run('merge', [good, bad, smallUpdate('b')])
  expect(result.unusable).toEqual([1])
  const whole = new Y.Doc()
  Y.applyUpdate(whole, unpackContent(result.content))
  expect(whole.getText('text').length).toBe(20_001)
})
