// What the relay judges as sound, every page can apply, whatever was said before and however it arrives.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { judgeUpdate, surveyContent } from '../../relay/judgeUpdate'
import { knowNothing, learn } from '../../relay/known'
import { hostileUpdate } from './hostileUpdate'
import { seeded, type Seeded } from './seeded'

const rounds = Number(process.env.JUDGE_ROUNDS ?? 800)
const seed = Number(process.env.JUDGE_SEED ?? 1)

const isWaiting = ({ store }: Y.Doc) => store.pendingStructs !== null || store.pendingDs !== null

test(`${rounds} rooms of hostile updates: what passes applies, one by one, merged and from the whole`, () => {
  const random = seeded(seed)
  const verdicts = { sound: 0, cut: 0, refused: 0 }
  for (let round = 0; round < rounds; round++) {
    const known = knowNothing()
    const [each, merged, late] = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
    const log: Uint8Array[] = []
    let unsent: Uint8Array[] = []
    for (let i = 0; i < 25; i++) {
      const near = Math.max(0, ...known.have.values())
      const verdict = judgeUpdate(hostileUpdate(random, Math.min(near, 40)), known)
      if (verdict.kind === 'refused') {
        verdicts.refused++
        continue
      }
      verdicts[verdict.isLacking ? 'cut' : 'sound']++
      const { bytes, brings, isEmpty } = verdict.update
      if (isEmpty) continue
      learn(known, brings)
      log.push(bytes)
      unsent.push(bytes)
      Y.applyUpdate(each, bytes)
      if (isWaiting(each)) throw new Error(`round ${round}: something waits for what is missing`)
      if (!random.oneIn(3)) continue
      Y.applyUpdate(merged, Y.mergeUpdates(unsent))
      unsent = []
    }
    if (unsent.length > 0) Y.applyUpdate(merged, Y.mergeUpdates(unsent))
    const whole = Y.encodeStateAsUpdate(each)
    Y.applyUpdate(late, whole)
    expect(new Map(Y.decodeStateVector(Y.encodeStateVector(each)))).toEqual(known.have)
    for (const doc of [merged, late]) {
      expect(isWaiting(doc)).toBe(false)
      expect(new Map(Y.decodeStateVector(Y.encodeStateVector(doc)))).toEqual(known.have)
    }
    if (whole.length > 2) expect(surveyContent(whole).have).toEqual(known.have)
  }
  // Otherwise nothing was put to the test.
  expect(Math.min(...Object.values(verdicts))).toBeGreaterThan(rounds / 4)
})

/** One edit as pages make them: values of keys, types in types, texts with formats, lists, undo. */
function editHonestly(doc: Y.Doc, undo: Y.UndoManager, random: Seeded): void {
  const map = doc.getMap<unknown>('map')
  const key = `key ${random.below(4)}`
  const inner = map.get(key)
  switch (random.below(11)) {
    case 0:
      return void map.set(key, random.below(100))
    case 1:
      return void map.set(key, new Y.Map([['text', new Y.Text('hej')]]))
    case 2:
      return map.delete(key)
    case 3:
    case 4:
      if (inner instanceof Y.Map)
        doc.transact(() => {
          for (let i = random.below(4); i >= 0; i--) inner.set('place', [i, random.below(100)])
        })
      return
    case 5: {
      const text = inner instanceof Y.Map ? (inner.get('text') as unknown) : undefined
      if (text instanceof Y.Text) text.insert(random.below(text.length + 1), 'å👍b')
      return
    }
    case 6: {
      const list = doc.getArray('list')
      return list.insert(random.below(list.length + 1), [random.below(9), 'x', new Y.Map()])
    }
    case 7: {
      const list = doc.getArray('list')
      if (list.length > 0) list.delete(random.below(list.length), 1)
      return
    }
    case 8: {
      const text = doc.getText('text')
      text.insert(random.below(text.length + 1), 'abcdef', random.oneIn(2) ? { bold: true } : {})
      return
    }
    case 9: {
      const text = doc.getText('text')
      if (text.length > 3) text.delete(random.below(text.length - 3), 1 + random.below(3))
      return
    }
    default:
      if (random.oneIn(3)) undo.redo()
      else undo.undo()
  }
}

/** Nobody gets through as a client that somebody else writes as. */
const strangers = [40, 41, 42]

test('pages that edit, undo and go offline amid hostile updates are never refused, and none chokes', () => {
  const random = seeded(seed + 1)
  let taken = 0
  for (let round = 0; round < rounds / 5; round++) {
    const known = knowNothing()
    const log: { from: number; bytes: Uint8Array }[] = []
    const relay = new Y.Doc()
    const pages = [1, 2, 3].map((client) => {
      const doc = new Y.Doc()
      doc.clientID = client
      const types = [
        doc.getMap('map'),
        doc.getArray('list'),
        doc.getText('text'),
      ] as Y.AbstractType<unknown>[]
      const page = {
        doc,
        undo: new Y.UndoManager(types, { captureTimeout: 0 }),
        read: 0,
        unsent: [] as Uint8Array[],
      }
      doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== 'relay') page.unsent.push(update)
      })
      return page
    })
    const accept = (bytes: Uint8Array, from: number) => {
      const verdict = judgeUpdate(bytes, known)
      if (verdict.kind === 'refused') return 'refused'
      const { update, isLacking: lacking } = verdict
      if (!update.isEmpty) {
        learn(known, update.brings)
        log.push({ from, bytes: update.bytes })
        Y.applyUpdate(relay, update.bytes)
      }
      return lacking ? 'lacking' : 'whole'
    }
    const send = (page: (typeof pages)[number], from: number) => {
      // As updates one by one, as step 2 after a time offline, or as a whole.
      const way = random.below(3)
      const vector = Y.encodeStateVector(new Map(known.have))
      if (way === 0) for (const bytes of page.unsent) expect(accept(bytes, from)).toBe('whole')
      else if (way === 1) expect(accept(Y.encodeStateAsUpdate(page.doc, vector), from)).toBe('whole')
      else expect(accept(Y.encodeStateAsUpdate(page.doc), from)).toBe('whole')
      page.unsent = []
    }
    const receive = (page: (typeof pages)[number], number: number) => {
      const missed = log.slice(page.read).filter(({ from }) => from !== number)
      page.read = log.length
      if (missed.length === 0) return
      const bytes = missed.map((each) => each.bytes)
      if (random.oneIn(2)) for (const each of bytes) Y.applyUpdate(page.doc, each, 'relay')
      else Y.applyUpdate(page.doc, Y.mergeUpdates(bytes), 'relay')
      if (isWaiting(page.doc)) throw new Error(`round ${round}: something waits for what is missing`)
    }
    for (let i = 0; i < 60; i++) {
      const number = random.below(pages.length)
      const page = pages[number]!
      const turn = random.below(8)
      if (turn < 2) {
        const near = Math.max(0, ...known.have.values())
        if (accept(hostileUpdate(random, near, strangers), -1) !== 'refused') taken++
      } else if (turn < 5) editHonestly(page.doc, page.undo, random)
      else if (turn < 6) send(page, number)
      else receive(page, number)
    }
    for (const [number, page] of pages.entries()) send(page, number)
    for (const [number, page] of pages.entries()) receive(page, number)
    const late = new Y.Doc()
    Y.applyUpdate(late, Y.encodeStateAsUpdate(relay))
    for (const { doc } of [...pages, { doc: late }])
      expect(Y.decodeStateVector(Y.encodeStateVector(doc))).toEqual(known.have)
  }
  expect(taken).toBeGreaterThan(rounds)
})
