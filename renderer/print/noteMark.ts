// The marks beside a note's text on paper: its colour's symbol, and what is known of it. Drawn, so that they need no
// font and are legible in black and white.
import { noteSymbols, type NoteColor } from '../../shared/document/noteLook'
import type { NoteState } from '../../shared/document/businessModel'
import { symbolPaths } from '../ui/symbolPaths'
import styles from './noteMark.module.css'

const statePaths: Record<NoteState, string | null> = {
  guess: null,
  tested: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0 -13zM8 3v10a5 5 0 0 0 0 -10z',
  confirmed: 'M1.5 8.5l1.8 -1.8l3.2 3.2L13 3.2l1.7 1.7L6.5 13.2z',
  rejected: 'M3.4 1.7L8 6.3l4.6 -4.6l1.7 1.7L9.7 8l4.6 4.6l-1.7 1.7L8 9.7l-4.6 4.6l-1.7 -1.7L6.3 8L1.7 3.4z',
}

/** The symbol of a note's colour, one letter high. */
export function colorMark(color: NoteColor): SVGSVGElement {
  const mark = draw(symbolPaths[noteSymbols[color]])
  mark.style.color = `var(--note-${color}-edge)`
  return mark
}

/** The mark of a note's state, with its name for who does not see it; null for a guess, which all notes are at first. */
export function stateMark(state: NoteState, name: string): SVGSVGElement | null {
  const path = statePaths[state]
  if (path === null) return null
  const mark = draw(path)
  mark.removeAttribute('aria-hidden')
  mark.setAttribute('role', 'img')
  mark.setAttribute('aria-label', name)
  return mark
}

function draw(path: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 16 16')
  svg.setAttribute('aria-hidden', 'true')
  svg.setAttribute('class', styles.mark ?? '')
  const drawn = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  drawn.setAttribute('d', path)
  drawn.setAttribute('fill', 'currentColor')
  drawn.setAttribute('fill-rule', 'evenodd')
  svg.append(drawn)
  return svg
}
