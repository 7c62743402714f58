import { noteSymbols, type NoteColor } from '../../shared/document/noteLook'
import { symbolPaths } from './symbolPaths'
import css from './noteSymbol.module.css'

export interface NoteSymbolProps {
  color: NoteColor
  /** Its name for screen readers; leave out where words beside it say the colour. */
  label?: string
}

/** The small symbol that stands for a note's colour. As large as the text around it; coloured like its edge. */
export function NoteSymbol({ color, label }: NoteSymbolProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      className={css.symbol}
      style={{ color: `var(--note-${color}-edge)` }}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <path d={symbolPaths[noteSymbols[color]]} />
    </svg>
  )
}
