// Three people do anything to one page, some of the time without a connection: in the end all see the same.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  addNotes,
  blockKeys,
  bringBackNote,
  changeNote,
  chooseLayout,
  deleteNotes,
  layouts,
  moveNote,
  noteStates,
  noteUndo,
  notesOfBlock,
  openNoteText,
  readLayout,
  viewNotes,
  type BusinessModelNote,
} from './businessModel'
import { noteColors } from './noteLook'
import { afterChangeElsewhere, afterInput, showAll, type ShownText } from './shownText'

const random = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
}

interface Replica {
  page: Y.Doc
  view: ReturnType<typeof viewNotes>
  undo: Y.UndoManager
  isOnline: boolean
  /** A note open in a field that lags behind, as while a letter is being composed. */
  field: { id: string; shown: ShownText } | null
  seen: BusinessModelNote | null
}

function workshop(seed: number) {
  const next = random(seed)
  const below = (limit: number) => Math.floor(next() * limit)
  const pick = <T>(from: readonly T[]): T | undefined => from[below(from.length)]
  const replicas = [0, 1, 2].map((): Replica => {
    const page = new Y.Doc()
    return { page, view: viewNotes(page), undo: noteUndo(page), isOnline: true, field: null, seen: null }
  })
  const exchange = (everyone: boolean) => {
    const here = replicas.filter((each) => everyone || each.isOnline)
    for (let round = 0; round < 2; round++)
      for (const from of here)
        for (const to of here)
          if (from !== to)
            Y.applyUpdate(to.page, Y.encodeStateAsUpdate(from.page, Y.encodeStateVector(to.page)), 'remote')
  }
  const act = (replica: Replica) => {
    const { page, view, undo } = replica
    const note = pick(view.records())
    const block = pick(blockKeys.slice(0, 4))!
    const text = note && openNoteText(page, note.id)
    switch (below(12)) {
      case 0:
      case 1:
        return void addNotes(page, [{ block, text: `n${below(100)}`, now: 1 }])
      case 2:
      case 3:
        return note && moveNote(page, note.id, block, pick(notesOfBlock(view.records(), block))?.id ?? null)
      case 4:
        return note && changeNote(page, note.id, { color: pick(noteColors)!, state: pick(noteStates)! })
      case 5:
        if (note && next() < 0.5) {
          replica.seen = note
          deleteNotes(page, [note.id])
        }
        return
      case 6:
        if (replica.seen) bringBackNote(page, replica.seen)
        replica.seen = null
        return
      case 7:
        return void (next() < 0.6 ? undo.undo() : undo.redo())
      case 8:
        return chooseLayout(page, pick(layouts)!)
      case 9:
        if (!note || !text) return
        replica.field = { id: note.id, shown: showAll(text.read()) }
        text.watch((changes) => {
          if (replica.field?.id === note.id)
            for (const change of changes)
              replica.field.shown = afterChangeElsewhere(replica.field.shown, change)
        })
        return
      case 10: {
        const { field } = replica
        const open = field && openNoteText(page, field.id)
        if (!field || !open) return
        // A field opened anew hears its own changes through the older watch, so it starts from the text as it is.
        const shown = showAll(open.read())
        const at = below(shown.text.length + 1)
        const typed = afterInput(shown, {
          at,
          remove: Math.min(below(3), shown.text.length - at),
          insert: 'å',
        })
        return open.change(typed.changes)
      }
      default:
        if (text) {
          const length = text.read().length
          const at = below(length + 1)
          text.change([{ at, remove: Math.min(below(2), length - at), insert: 'xy'.slice(0, below(3)) }])
        }
    }
  }
  return { replicas, exchange, act, below, next }
}

test.each(Array.from({ length: 300 }, (_, seed) => seed))(
  'everybody ends with the same page: seed %i',
  (seed) => {
    const { replicas, exchange, act, below, next } = workshop(seed)
    for (let step = 0; step < 80; step++) {
      const replica = replicas[below(3)]!
      if (next() < 0.1) replica.isOnline = !replica.isOnline
      act(replica)
      if (next() < 0.3) exchange(false)
    }
    exchange(true)
    const [first, ...others] = replicas.map(({ page, view }) => ({
      notes: blockKeys.map((block) => notesOfBlock(view.records(), block)),
      layout: readLayout(page),
      bad: view.bad(),
    }))
    for (const other of others) expect(other).toEqual(first)
    expect(first!.bad).toEqual([])
    // What the view says, kept up by changes, is what a fresh look says.
    for (const { page, view } of replicas) {
      const fresh = viewNotes(page)
      const sorted = (all: readonly BusinessModelNote[]) => [...all].sort((a, b) => (a.id < b.id ? -1 : 1))
      expect(sorted(view.records())).toEqual(sorted(fresh.records()))
      fresh.close()
    }
  },
)
