import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  addNotes,
  bringBackNote,
  changeNote,
  chooseLayout,
  deleteNotes,
  moveNote,
  noteUndo,
  notesOfBlock,
  openNoteText,
  purgeDeletedNotes,
  readLayout,
  viewNotes,
  watchLayout,
  type BlockKey,
} from './businessModel'

const now = 1_800_000_000_000
const notesOf = (page: Y.Doc) => {
  const view = viewNotes(page)
  const all = view.records()
  view.close()
  return all
}
const noteOf = (page: Y.Doc, id: string) => notesOf(page).find((each) => each.id === id)
const textsOf = (page: Y.Doc, block: BlockKey) => notesOfBlock(notesOf(page), block).map((each) => each.text)
const add = (page: Y.Doc, block: BlockKey, ...texts: string[]) =>
  addNotes(
    page,
    texts.map((text) => ({ block, text, now })),
  )
const exchange = (...pages: Y.Doc[]) => {
  for (const from of pages)
    for (const to of pages)
      if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
}
const twoPages = () => {
  const anna = new Y.Doc()
  const bo = new Y.Doc()
  return { anna, bo }
}
const type = (page: Y.Doc, id: string, at: number, insert: string) =>
  openNoteText(page, id)!.change([{ at, remove: 0, insert }])

describe('notes', () => {
  test('come last in their block and keep what they were given', () => {
    const page = new Y.Doc()
    add(page, 'partners', 'Kommunen', 'Församlingen')
    const [id] = addNotes(page, [
      {
        block: 'partners',
        text: 'طعام',
        color: 'green',
        state: 'tested',
        author: 'Amina',
        language: 'ar',
        source: { page: 'wall', id: 'shape:1' },
        now,
      },
    ])
    expect(textsOf(page, 'partners')).toEqual(['Kommunen', 'Församlingen', 'طعام'])
    expect(noteOf(page, id!)).toEqual({
      id,
      block: 'partners',
      order: expect.any(String),
      text: 'طعام',
      language: 'ar',
      color: 'green',
      state: 'tested',
      author: 'Amina',
      evidence: '',
      segments: [],
      source: { page: 'wall', id: 'shape:1' },
      createdAt: now,
    })
  })

  test('move before another, to the end, and to another block', () => {
    const page = new Y.Doc()
    const [a, b, c] = add(page, 'channels', 'a', 'b', 'c')
    moveNote(page, c!, 'channels', a!)
    expect(textsOf(page, 'channels')).toEqual(['c', 'a', 'b'])
    moveNote(page, c!, 'channels', null)
    expect(textsOf(page, 'channels')).toEqual(['a', 'b', 'c'])
    const [d] = add(page, 'relations', 'd')
    moveNote(page, b!, 'relations', d!)
    expect(textsOf(page, 'relations')).toEqual(['b', 'd'])
    expect(textsOf(page, 'channels')).toEqual(['a', 'c'])
  })

  test('an order with bad neighbours can still be moved into', () => {
    const page = new Y.Doc()
    const [a, b] = add(page, 'costs', 'a', 'b')
    const map = page.getMap<Y.Map<unknown>>('notes')
    map.get(b!)!.set('order', map.get(a!)!.get('order'))
    const [c] = add(page, 'costs', 'c')
    const [first, second] = notesOfBlock(notesOf(page), 'costs')
    moveNote(page, c!, 'costs', second!.id)
    expect(textsOf(page, 'costs')).toEqual([first!.text, 'c', second!.text])
    // Keys that no program of ours makes, and that leave no place before or behind them.
    for (const order of ['0', 'a0', 'aö', '']) {
      map.get(a!)!.set('order', order)
      moveNote(page, c!, 'costs', b!)
      moveNote(page, c!, 'costs', null)
      expect(textsOf(page, 'costs')).toEqual(['b', 'c'])
    }
    moveNote(page, a!, 'costs', b!)
    expect(textsOf(page, 'costs')).toEqual(['a', 'b', 'c'])
  })

  test('a bad record is left out and stays in the document; a bad colour reads as yellow', () => {
    const page = new Y.Doc()
    const [a, b, c] = add(page, 'costs', 'a', 'b', 'c')
    const map = page.getMap<Y.Map<unknown>>('notes')
    map.get(a!)!.set('block', 'no such block')
    map.get(b!)!.set('color', { not: 'a colour' })
    map.set('junk', 'not a record' as unknown as Y.Map<unknown>)
    map.get(c!)!.set('source', 'nowhere')
    const view = viewNotes(page)
    expect(view.records().map((each) => each.text)).toEqual(['b', 'c'])
    expect(view.record(b!)!.color).toBe('yellow')
    expect(view.record(c!)!.source).toBeNull()
    expect(
      view
        .bad()
        .map((each) => each.id)
        .sort(),
    ).toEqual([a!, 'junk'].sort())
    expect(map.get(a!)!.get('block')).toBe('no such block')
    view.close()
  })
})

describe('two people', () => {
  test('typing in one note both keep their words', () => {
    const { anna, bo } = twoPages()
    const [id] = add(anna, 'valueCustomer', 'mat')
    exchange(anna, bo)
    for (const [at, letter] of [...'Hemlagad '].entries()) type(anna, id!, at, letter)
    for (const [at, letter] of [...' till lunch'].entries()) type(bo, id!, 3 + at, letter)
    exchange(anna, bo)
    expect(noteOf(anna, id!)!.text).toBe('Hemlagad mat till lunch')
    expect(noteOf(bo, id!)!.text).toBe('Hemlagad mat till lunch')
  })

  test('typing at the very same place keep each word whole', () => {
    const { anna, bo } = twoPages()
    const [id] = add(anna, 'costs', '')
    exchange(anna, bo)
    for (const [at, letter] of [...'hyra'].entries()) type(anna, id!, at, letter)
    for (const [at, letter] of [...'löner'].entries()) type(bo, id!, at, letter)
    exchange(anna, bo)
    expect(['hyralöner', 'lönerhyra']).toContain(noteOf(anna, id!)!.text)
    expect(noteOf(bo, id!)!.text).toBe(noteOf(anna, id!)!.text)
  })

  test('moving and writing and colouring one note at once keep all three', () => {
    const { anna, bo } = twoPages()
    const [id] = add(anna, 'partners', 'Region')
    exchange(anna, bo)
    moveNote(anna, id!, 'customer', null)
    type(bo, id!, 6, 'en')
    changeNote(bo, id!, { color: 'blue' })
    exchange(anna, bo)
    expect(noteOf(anna, id!)).toMatchObject({ block: 'customer', text: 'Regionen', color: 'blue' })
  })

  test('inserting at one place at once end up in one order', () => {
    const { anna, bo } = twoPages()
    const [, last] = add(anna, 'channels', 'first', 'last')
    exchange(anna, bo)
    const [a] = add(anna, 'channels', 'a')
    const [b] = add(bo, 'channels', 'b')
    moveNote(anna, a!, 'channels', last!)
    moveNote(bo, b!, 'channels', last!)
    exchange(anna, bo)
    expect(textsOf(anna, 'channels')).toEqual(textsOf(bo, 'channels'))
    expect([textsOf(anna, 'channels')[0], textsOf(anna, 'channels').at(-1)]).toEqual(['first', 'last'])
  })
})

describe('undo', () => {
  test("touches only one's own changes", () => {
    const { anna, bo } = twoPages()
    const undo = noteUndo(anna)
    const [hers] = add(anna, 'costs', 'Hyra')
    exchange(anna, bo)
    const [his] = add(bo, 'costs', 'Löner')
    changeNote(bo, hers!, { state: 'confirmed' })
    exchange(anna, bo)
    undo.undo()
    undo.undo()
    exchange(anna, bo)
    expect(textsOf(bo, 'costs')).toEqual(['Löner'])
    expect(noteOf(anna, his!)!.text).toBe('Löner')
  })

  test("of one's own words leaves the other's in the same note", () => {
    const { anna, bo } = twoPages()
    const [id] = add(bo, 'costs', 'Hyra')
    exchange(anna, bo)
    const undo = noteUndo(anna)
    type(anna, id!, 0, 'Billig ')
    exchange(anna, bo)
    type(bo, id!, 11, ' i maj')
    exchange(anna, bo)
    undo.undo()
    expect(noteOf(anna, id!)!.text).toBe('Hyra i maj')
    undo.redo()
    expect(noteOf(anna, id!)!.text).toBe('Billig Hyra i maj')
  })

  test('of a new note that another has written in spares it', () => {
    const { anna, bo } = twoPages()
    const undo = noteUndo(anna)
    const [id] = add(anna, 'revenue', 'Catering')
    exchange(anna, bo)
    type(bo, id!, 8, ' åt skolor')
    exchange(anna, bo)
    undo.undo()
    exchange(anna, bo)
    expect(noteOf(anna, id!)).toMatchObject({ text: 'Catering åt skolor', block: 'revenue' })
    expect(noteOf(bo, id!)!.text).toBe('Catering åt skolor')
  })

  test('after both moved one note at once leaves it somewhere', () => {
    for (let turn = 0; turn < 20; turn++) {
      const { anna, bo } = twoPages()
      const [id] = add(anna, 'costs', 'Hyra')
      exchange(anna, bo)
      const undos = [noteUndo(anna), noteUndo(bo)]
      moveNote(anna, id!, 'revenue', null)
      moveNote(bo, id!, 'channels', null)
      exchange(anna, bo)
      undos.forEach((undo) => undo.undo())
      exchange(anna, bo)
      expect(noteOf(anna, id!)).toBeDefined()
      expect(noteOf(anna, id!)).toEqual(noteOf(bo, id!))
    }
  })

  test('brings back a deleted note with all it held, and what others wrote in it before', () => {
    const { anna, bo } = twoPages()
    const [id] = addNotes(anna, [{ block: 'costs', text: 'El', color: 'red', author: 'Bo', now }])
    exchange(anna, bo)
    type(bo, id!, 2, ' och vatten')
    changeNote(bo, id!, { segments: ['unga'] })
    exchange(anna, bo)
    const before = noteOf(anna, id!)
    const undo = noteUndo(anna)
    deleteNotes(anna, [id!])
    exchange(anna, bo)
    expect(noteOf(bo, id!)).toBeUndefined()
    undo.undo()
    exchange(anna, bo)
    expect(noteOf(bo, id!)).toEqual(before)
  })
})

describe('a note that somebody deleted while another was writing', () => {
  const lose = () => {
    const { anna, bo } = twoPages()
    const [id] = addNotes(anna, [
      { block: 'costs', text: 'Hyra', source: { page: 'wall', id: 'shape:1' }, now },
    ])
    exchange(anna, bo)
    const undo = noteUndo(anna)
    const seen = noteOf(bo, id!)!
    deleteNotes(anna, [id!], now)
    type(bo, id!, 4, ' för köket')
    exchange(anna, bo)
    expect([noteOf(anna, id!), noteOf(bo, id!)]).toEqual([undefined, undefined])
    return { anna, bo, id: id!, seen, undo, whole: { ...seen, text: 'Hyra för köket' } }
  }

  test('comes back whole, in its place, with the words that were on their way', () => {
    const { anna, bo, id, seen, whole } = lose()
    bringBackNote(bo, seen)
    exchange(anna, bo)
    expect(noteOf(anna, id)).toEqual(whole)
  })

  test('comes back once when both bring it back', () => {
    const { anna, bo, seen, undo, whole } = lose()
    undo.undo()
    bringBackNote(bo, seen)
    exchange(anna, bo)
    expect(notesOf(anna)).toEqual([whole])
    expect(notesOf(bo)).toEqual([whole])
  })

  test('can be moved meanwhile and still comes back by undo', () => {
    const { anna, bo } = twoPages()
    const [id] = add(anna, 'costs', 'Hyra')
    exchange(anna, bo)
    const undo = noteUndo(anna)
    deleteNotes(anna, [id!])
    moveNote(bo, id!, 'revenue', null)
    exchange(anna, bo)
    undo.undo()
    exchange(anna, bo)
    expect(textsOf(bo, 'revenue')).toEqual(['Hyra'])
  })

  test('is gone for good after a while, and even then its words can be brought back by who saw it', () => {
    const { anna, bo, id, seen } = lose()
    purgeDeletedNotes(anna, now)
    expect(anna.getMap('notes').has(id)).toBe(true)
    purgeDeletedNotes(anna, now + 1)
    expect(anna.getMap('notes').has(id)).toBe(false)
    exchange(anna, bo)
    expect(JSON.stringify(bo.toJSON())).not.toContain('köket')
    bringBackNote(bo, seen)
    exchange(anna, bo)
    expect(noteOf(anna, id)).toEqual(seen)
  })

  test('a note in use is never purged', () => {
    const page = new Y.Doc()
    const [id] = add(page, 'costs', 'Hyra')
    purgeDeletedNotes(page, Number.MAX_SAFE_INTEGER)
    expect(noteOf(page, id!)!.text).toBe('Hyra')
  })
})

test('the layout is kept in the page, and an unknown one reads as classic', () => {
  const page = new Y.Doc()
  let told = 0
  const stop = watchLayout(page, () => told++)
  expect(readLayout(page)).toBe('classic')
  chooseLayout(page, 'social')
  expect(readLayout(page)).toBe('social')
  expect(told).toBe(1)
  page.getMap('canvas').set('layout', 'spiral')
  expect(readLayout(page)).toBe('classic')
  stop()
})
