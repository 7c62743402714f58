// Several people change one board at random, on and off line; in the end all see the same, sound board.
import type { TLRecord } from 'tldraw'
import { expect, test } from 'vitest'
import { readBoard } from '../../../shared/document/whiteboard'
import {
  edit,
  makeArrow,
  makeBinding,
  makeFrame,
  makeNote,
  mark,
  meet,
  openTestBoard,
  shown,
  type TestBoard,
} from './boardForTests'

const colors = ['yellow', 'light-red', 'light-blue', 'grey']

function randomOf(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) | 0
    return ((state ^ (state >>> 13)) >>> 0) % below
  }
}

function change(board: TestBoard, random: (below: number) => number, name: string): void {
  const shapes = Object.values(shown(board)).filter(({ typeName }) => typeName === 'shape')
  const pick = () => shapes[random(shapes.length)] as unknown as { id: string; type: string } | undefined
  const picked = pick()
  const other = pick()
  const id = picked?.id.slice('shape:'.length) ?? ''
  switch (random(10)) {
    case 0:
      return void board.store.put([makeNote(name)])
    case 1:
      return void board.store.put([makeFrame(name)])
    case 2: {
      board.store.put([makeArrow(name)])
      if (picked) board.store.put([makeBinding(name, name, id)])
      return
    }
    case 3:
      if (picked) board.store.remove([picked.id as TLRecord['id']])
      return
    case 4:
      if (picked && other?.type === 'frame' && !isWithin(board, other.id, picked.id))
        edit(board, id, { parentId: other.id })
      return
    case 5:
      return void board.history.undo()
    case 6:
      return void board.history.redo()
    case 7:
      if (picked?.type === 'note') edit(board, id, { props: { color: colors[random(4)] } })
      return
    default:
      return edit(board, id, { x: random(1000), y: random(1000) })
  }
}

function isWithin(board: TestBoard, id: string, outer: string): boolean {
  for (let at = id; at.startsWith('shape:');) {
    if (at === outer) return true
    at = (board.store.get(at as TLRecord['id']) as unknown as { parentId: string }).parentId
  }
  return false
}

function expectSound(board: TestBoard): void {
  for (const record of Object.values(shown(board)) as unknown as Record<string, string>[]) {
    if (record.typeName === 'shape') expect(isWithin(board, record.parentId!, record.id!)).toBe(false)
    const needed = record.typeName === 'shape' ? [record.parentId] : [record.fromId, record.toId]
    for (const id of needed) expect(board.store.has(id as TLRecord['id'])).toBe(true)
  }
}

test('120 random meetings of three people end alike', { timeout: 60_000 }, () => {
  for (let seed = 1; seed <= 120; seed++) {
    const random = randomOf(seed)
    const boards = [openTestBoard(), openTestBoard(), openTestBoard()]
    for (const { binding, history } of boards)
      binding.setQuietly((run) => history.batch(run, { history: 'ignore' }))
    for (let step = 0; step < 40; step++) {
      const board = boards[random(3)]!
      if (random(4) === 0) mark(board)
      change(board, random, `${seed}-${step}`)
      if (random(8) === 0) meet(boards[0]!, boards[1]!)
      if (random(12) === 0) meet(...boards)
    }
    meet(...boards)
    const late = openTestBoard({ doc: boards[0]!.doc })
    for (const each of [...boards, late]) {
      expect(shown(each), `seed ${seed}`).toEqual(shown(boards[0]!))
      expectSound(each)
      expect(each.binding.bad()).toEqual([])
    }
    const inDocument = readBoard(boards[0]!.doc).filter(({ typeName }) => typeName === 'shape')
    expect(Object.keys(shown(late)).filter((id) => id.startsWith('shape:'))).toHaveLength(inDocument.length)
    ;[...boards, late].forEach((each) => each.close())
  }
})
