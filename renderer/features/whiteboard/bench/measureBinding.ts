// Measures the board's binding beside one that writes whole records: 20 people drag 40 times each, 60 steps a drag.
// Reads the notes (JSON) from the file that is named, and prints its figures as JSON. Run with NODE_ENV=production: tldraw
// freezes records otherwise.
import { readFileSync } from 'node:fs'
import { createTLStore, defaultShapeUtils, type TLRecord, type TLStore } from 'tldraw'
import * as Y from 'yjs'
import { boardRecords, putBoard, readBoard, type BoardRecord } from '../../../../shared/document/whiteboard'
import { bindBoard } from '../bindBoard'
import { bindWholeRecords } from './wholeRecords'

const people = 20
const drags = 40
const steps = 60
const loads = 300

type Bind = (doc: Y.Doc, store: TLStore) => () => void
const ways = {
  byProperty: {
    bind: ((doc, store) => bindBoard({ doc, store, canWrite: true, every: 0 }).close) satisfies Bind,
    start: (doc: Y.Doc, notes: readonly BoardRecord[]) => putBoard(doc, notes, 'fill'),
  },
  whole: {
    bind: bindWholeRecords satisfies Bind,
    start: (doc: Y.Doc, notes: readonly BoardRecord[]) =>
      doc.transact(() => notes.forEach((note) => doc.getMap('records').set(note.id, note))),
  },
}
type Way = keyof typeof ways

// tldraw tells of changes once a frame; here each step is sent by both, so the frame is brought about by hand.
globalThis.requestAnimationFrame = (run) => Number(setTimeout(run, 16))
globalThis.cancelAnimationFrame = (frame) => clearTimeout(frame)
const nextFrame = (store: TLStore) => store.listen(() => {})()

const notes = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as BoardRecord[]
const makeStore = () => createTLStore({ shapeUtils: defaultShapeUtils })

function drag(way: Way): { wire: number; stored: Uint8Array; plain: number } {
  const relay = new Y.Doc()
  ways[way].start(relay, notes)
  let wire = 0
  const all = Array.from({ length: people }, () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(relay))
    const store = makeStore()
    const stop = ways[way].bind(doc, store)
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'relay') return
      wire += update.byteLength
      Y.applyUpdate(relay, update)
    })
    return { doc, store, stop }
  })
  let seed = 11
  const random = (below: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below
  for (let n = 0; n < drags; n++)
    for (const { doc, store } of all) {
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(relay, Y.encodeStateVector(doc)), 'relay')
      const id = notes[random(notes.length)]!.id as TLRecord['id']
      const [dx, dy] = [random(9) - 4, random(9) - 4]
      for (let step = 0; step < steps; step++) {
        store.update(id, (record) => {
          const { x, y } = record as unknown as { x: number; y: number }
          return { ...record, x: x + dx + 0.25, y: y + dy - 0.25 } as TLRecord
        })
        nextFrame(store)
      }
    }
  all.forEach(({ stop }) => stop())
  const plain = way === 'byProperty' ? readBoard(relay) : [...relay.getMap('records').values()]
  return {
    wire,
    stored: Y.encodeStateAsUpdate(relay),
    plain: Buffer.byteLength(JSON.stringify(plain)),
  }
}

function load(way: Way, stored: Uint8Array): number {
  const store = makeStore()
  const doc = new Y.Doc()
  const start = performance.now()
  Y.applyUpdate(doc, stored)
  const stop = ways[way].bind(doc, store)
  const took = performance.now() - start
  if (store.allRecords().length < notes.length || boardRecords(doc).size !== notes.length)
    throw new Error('a note is missing')
  stop()
  return took
}

const result = { byProperty: drag('byProperty'), whole: drag('whole') }
// In turns, and of many the few that were disturbed least: other programs share this machine.
const times: Record<Way, number[]> = { byProperty: [], whole: [] }
for (let n = 0; n < loads; n++)
  for (const way of ['whole', 'byProperty'] as const) times[way].push(load(way, result[way].stored))
const undisturbed = (list: number[]) => {
  const best = list.sort((a, b) => a - b).slice(0, 5)
  return best.reduce((sum, each) => sum + each, 0) / best.length
}
const figures = (way: Way) => ({
  wire: result[way].wire,
  stored: result[way].stored.byteLength,
  plain: result[way].plain,
  load: undisturbed(times[way]),
})
process.stdout.write(JSON.stringify({ byProperty: figures('byProperty'), whole: figures('whole') }))
process.exit(0)
