import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  afterChangeElsewhere,
  afterInput,
  caretInShared,
  changeBetween,
  showAll,
  type TextChange,
} from './shownText'

const apply = (text: string, changes: readonly TextChange[]) =>
  changes.reduce((done, { at, remove, insert }) => done.slice(0, at) + insert + done.slice(at + remove), text)

describe('the change between two texts', () => {
  test('is nothing when they are the same', () => {
    expect(changeBetween('soppa', 'soppa', 2)).toBeNull()
  })

  test('is found where the caret is, not merely where letters differ', () => {
    expect(changeBetween('helo', 'hello', 3)).toEqual({ at: 2, remove: 0, insert: 'l' })
    expect(changeBetween('hello', 'helllo', 5)).toEqual({ at: 4, remove: 0, insert: 'l' })
    expect(changeBetween('aaa', 'aaaa', 1)).toEqual({ at: 0, remove: 0, insert: 'a' })
  })

  test('never cuts through a character of two units', () => {
    expect(changeBetween('a😀b', 'a😁b', 3)).toEqual({ at: 1, remove: 2, insert: '😁' })
    expect(changeBetween('👩', '👪', 2)).toEqual({ at: 0, remove: 2, insert: '👪' })
    expect(changeBetween('😀', '😀😀', 2)).toEqual({ at: 0, remove: 0, insert: '😀' })
  })

  test('always leads from the one to the other', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'å', '😀', '😁', ' '), maxLength: 8 })
    fc.assert(
      fc.property(text, text, fc.nat(12), (before, after, caret) => {
        const change = changeBetween(before, after, Math.min(caret, after.length))
        expect(apply(before, change ? [change] : [])).toBe(after)
        // Throws when a character of two units was cut in half.
        encodeURIComponent(change?.insert ?? '')
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a field that may not be touched while the text changes elsewhere', () => {
  test('what is typed lands where the person sees it, not where the numbers say', () => {
    let shown = showAll('kök')
    shown = afterChangeElsewhere(shown, { at: 0, remove: 0, insert: 'Vårt ' })
    const typed = afterInput(shown, { at: 3, remove: 0, insert: 'et' })
    expect(apply('Vårt kök', typed.changes)).toBe('Vårt köket')
    expect(typed.shown.text).toBe('köket')
    expect(caretInShared(typed.shown, 5)).toBe(10)
  })

  test('what another typed inside a stretch that is replaced stays', () => {
    const shown = afterChangeElsewhere(showAll('hemlagat'), { at: 3, remove: 0, insert: '-' })
    const typed = afterInput(shown, { at: 0, remove: 8, insert: 'mat' })
    expect(apply('hem-lagat', typed.changes)).toContain('-')
    expect(apply('hem-lagat', typed.changes)).toContain('mat')
  })

  test('what another took away is not taken away twice', () => {
    const shown = afterChangeElsewhere(showAll('abcdef'), { at: 1, remove: 3, insert: '' })
    const typed = afterInput(shown, { at: 0, remove: 6, insert: '' })
    expect(apply('aef', typed.changes)).toBe('')
  })

  test('every letter typed by either is there once, whatever comes when', () => {
    const step = fc.record({ mine: fc.boolean(), at: fc.nat(30), remove: fc.nat(3), length: fc.nat(3) })
    fc.assert(
      fc.property(fc.string({ maxLength: 10 }), fc.array(step, { maxLength: 20 }), (start, steps) => {
        let shared = start
        let shown = showAll(start)
        for (const { mine, at, remove, length } of steps) {
          const into = mine ? shown.text : shared
          const from = Math.min(at, into.length)
          const change = {
            at: from,
            remove: Math.min(remove, into.length - from),
            insert: (mine ? 'm' : 'o').repeat(length),
          }
          if (mine) {
            const next = afterInput(shown, change)
            shared = apply(shared, next.changes)
            shown = next.shown
          } else {
            shared = apply(shared, [change])
            shown = afterChangeElsewhere(shown, change)
          }
          expect(shown.places.length).toBe(shown.text.length)
          shown.places.forEach((place, index) => {
            if (place >= 0) expect(shared[place]).toBe(shown.text[index])
          })
          const alive = shown.places.filter((place) => place >= 0)
          expect(new Set(alive).size).toBe(alive.length)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
