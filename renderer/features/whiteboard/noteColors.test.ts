import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { noteColors, noteSymbols } from '../../../shared/document/noteLook'
import { symbolPaths } from '../../ui/symbolPaths'
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

test('a note on the screen shows the symbol of its colour', () => {
  const css = readFileSync(new URL('./symbolNote.module.css', import.meta.url), 'utf8')
  for (const color of noteColors) {
    const shown = css
      .split(`.${color} {`)
      .slice(1)
      .filter((rule) => rule.includes(symbolPaths[noteSymbols[color]]))
    expect(shown.length, color).toBeGreaterThanOrEqual(2)
  }
})
