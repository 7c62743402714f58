import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { noteColors } from '../../../shared/document/noteLook'
import { boardColorOf, nearestNoteColor, noteColorOf, notePaper } from './noteColors'

const tokens = readFileSync(new URL('../../ui/tokens.css', import.meta.url), 'utf8')
const [light, dark] = [
  tokens.slice(0, tokens.indexOf("[data-theme='dark']")),
  tokens.slice(tokens.indexOf("[data-theme='dark']")),
]

test.each([
  ['lightMode', light],
  ['darkMode', dark],
] as const)('notes on the board have the colours of notes elsewhere: %s', (mode, css) => {
  for (const [name, value] of Object.entries(notePaper[mode]))
    expect(css).toContain(`--note-${name}: ${value};`)
})

test('each of our colours is one of tldraw’s, and all of tldraw’s are near one of ours', () => {
  for (const color of noteColors) expect(noteColorOf(boardColorOf[color])).toBe(color)
  for (const color of ['black', 'orange', 'light-blue', 'white', 'unheard of'])
    expect(noteColors).toContain(nearestNoteColor(color))
})
