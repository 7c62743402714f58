import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { mergeRoom, sayTheSame } from './merging'

/** Edits of several people who hear of one another now and then, in the order in which a relay takes them. */
function randomLog(count: number): Uint8Array[] {
  const log: Uint8Array[] = []
  const docs = Array.from({ length: 3 }, () => new Y.Doc())
  for (const doc of docs)
    doc.on('update', (update: Uint8Array, origin) => origin !== 'heard' && log.push(update))
  const below = (limit: number) => Math.floor(Math.random() * limit)
  for (let step = 0; step < count; step++) {
    const doc = docs[below(docs.length)]!
    if (below(4) === 0) for (const update of log) Y.applyUpdate(doc, update, 'heard')
    const [map, text, list] = [doc.getMap('map'), doc.getText('text'), doc.getArray<Y.Map<number>>('list')]
    switch (below(6)) {
      case 0:
        map.set(`k${below(5)}`, step)
        break
      case 1:
        map.delete(`k${below(5)}`)
        break
      case 2:
        text.insert(below(text.length + 1), 'åäö')
        break
      case 3:
        text.delete(0, Math.min(text.length, below(4)))
        break
      case 4:
        list.insert(below(list.length + 1), [new Y.Map([[`n${below(3)}`, step]])])
        break
      default:
        if (list.length > 0 && below(3) === 0) list.delete(below(list.length), 1)
        else list.get(below(Math.max(1, list.length)))?.set(`n${below(3)}`, step)
    }
  }
  return log
}

function edit(value: string): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 77
  doc.getMap('map').set('k', value)
  return Y.encodeStateAsUpdate(doc)
}

test('content that was merged in many steps says the same as its log', () => {
  for (let round = 0; round < 20; round++) {
    const log = randomLog(120)
    let merged: Uint8Array = new Uint8Array([0, 0])
    for (let from = 0; from < log.length;) {
      const to = from + 1 + Math.floor(Math.random() * 20)
      merged = mergeRoom([merged, ...log.slice(from, to)]).content
      from = to
    }
    expect(sayTheSame([merged], log)).toBe(true)
    const half = log.length >> 1
    expect(sayTheSame([merged], [mergeRoom(log.slice(0, half)).content, ...log.slice(half)])).toBe(true)
    expect(sayTheSame([merged], [...log, edit('more')])).toBe(false)
  }
})

test('where two contradict, the order says which of them counts', () => {
  const [one, other] = [edit('one'), edit('other')]
  expect(sayTheSame([one, other], [one])).toBe(true)
  expect(sayTheSame([one, other], [other, one])).toBe(false)
})
