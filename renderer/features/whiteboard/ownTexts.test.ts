import fc from 'fast-check'
import { toRichText } from 'tldraw'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { edit, makeNote, meet, openTestBoard, shown, type TestBoard } from './boardForTests'

const opened: TestBoard[] = []
afterEach(() => opened.splice(0).forEach((board) => board.close()))

/** People at one board with one note, each with a document of their own. `every`: ms between two writes. */
function meetAtNote(text: string, people: number, every = 0): TestBoard[] {
  const boards = Array.from({ length: people }, () => openTestBoard({ every }))
  opened.push(...boards)
  boards[0]!.store.put([makeNote('n', { props: { richText: toRichText(text) } })])
  meet(...boards)
  return boards
}
interface Words {
  content: { content?: { text: string }[] }[]
}
const textOf = (board: TestBoard): string => {
  const { props } = shown(board)['shape:n'] as unknown as { props: { richText: Words } }
  return props.richText.content
    .map(({ content }) => (content ?? []).map(({ text }) => text).join(''))
    .join('\n')
}
const write = (board: TestBoard, text: string) => {
  edit(board, 'n', { props: { richText: toRichText(text) } })
  board.binding.flush()
}

test('two people write in one note at once: both find both their words', () => {
  const [a, b] = meetAtNote('Mat', 2) as [TestBoard, TestBoard]
  write(a, 'Varm mat')
  write(a, 'Varm Mat')
  write(b, 'Mat varje')
  write(b, 'Mat varje dag')
  meet(a, b)
  for (const each of [a, b]) expect(textOf(each)).toBe('Varm Mat varje dag')
})

test('what somebody wrote who knew one’s own words is left as it is', () => {
  const [a, b] = meetAtNote('Mat', 2) as [TestBoard, TestBoard]
  for (const [writer, text] of [
    [a, 'Mat och'],
    [b, 'Mat och kaffe'],
    [a, 'Mat'],
    [b, 'Mat och te'],
    [a, 'te'],
  ] as const) {
    write(writer, text)
    meet(a, b)
    for (const each of [a, b]) expect(textOf(each)).toBe(text)
  }
})

test('what is not yet in the document is joined with what comes in', () => {
  const [a, b] = meetAtNote('Mat', 2, 10_000) as [TestBoard, TestBoard]
  edit(a, 'n', { props: { richText: toRichText('Varm mat') } })
  write(b, 'Mat varje dag')
  Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc), 'network')
  meet(a, b)
  for (const each of [a, b]) expect(textOf(each)).toBe('Varm mat varje dag')
})

test('however the words of three cross, nothing is lost or doubled, and everybody sees the same', () => {
  const step = fc.record({ who: fc.nat(2), to: fc.nat(2), isTyping: fc.boolean() })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const boards = meetAtNote('.1.2.', 3)
      const typed = ['', '', '']
      const letters = [
        'abcdefghijklmnopqrstuvwxyzåäöabcdefghijklmnopqrstuvwxyzåäö',
        'ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ',
        '0123456789012345678901234567890123456789'.replaceAll(/[12]/g, 'x'),
      ]
      const marks = ['.1', '.2', '.']
      for (const { who, to, isTyping } of steps) {
        const board = boards[who]!
        if (isTyping) {
          // Each writes before a mark of their own.
          const now = textOf(board)
          const at = who === 2 ? now.length - 1 : now.indexOf(marks[who]!)
          const letter = letters[who]![typed[who]!.length]!
          typed[who] += letter
          write(board, now.slice(0, at) + letter + now.slice(at))
        } else if (to !== who) {
          Y.applyUpdate(boards[to]!.doc, Y.encodeStateAsUpdate(board.doc), 'network')
          boards[to]!.binding.flush()
        }
      }
      meet(...boards)
      meet(...boards)
      const expected = `${typed[0]}.1${typed[1]}.2${typed[2]}.`
      for (const board of boards) expect(textOf(board)).toBe(expected)
      opened.splice(0).forEach((board) => board.close())
    }),
    { numRuns: 150 },
  )
})
