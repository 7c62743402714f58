// A sticky note that shows its colour's symbol in the corner, on the screen and in what is printed.
import {
  cloneElement,
  createElement,
  Fragment,
  isValidElement,
  type ReactElement,
  type ReactNode,
} from 'react'
import { NoteShapeUtil, type SvgExportContext, type TLNoteShape } from 'tldraw'
import { noteSymbols } from '../../../shared/document/noteLook'
import { symbolPaths } from '../../ui/symbolPaths'
import { nextNoteColor } from './nextNoteColor'
import { boardColorOf, nearestNoteColor, noteColorOf, type BoardNoteColor } from './noteColors'
import css from './symbolNote.module.css'

const noteSize = 200
const symbolSize = 14
const margin = 10

export class SymbolNoteUtil extends NoteShapeUtil {
  override onBeforeCreate(next: TLNoteShape) {
    const sized = super.onBeforeCreate(next) ?? next
    return noteColorOf(next.props.color)
      ? sized
      : withColor(sized, boardColorOf[nextNoteColor(this.editor).get()])
  }

  override onBeforeUpdate(before: TLNoteShape, next: TLNoteShape) {
    const sized = super.onBeforeUpdate(before, next) ?? next
    const isOurs = before.props.color === next.props.color || noteColorOf(next.props.color)
    return isOurs ? sized : withColor(sized, boardColorOf[nearestNoteColor(next.props.color)])
  }

  override component(shape: TLNoteShape) {
    const note = super.component(shape)
    const color = noteColorOf(shape.props.color)
    return color ? withClass(note, css[color]!) : note
  }

  override toSvg(shape: TLNoteShape, context: SvgExportContext) {
    const note = super.toSvg(shape, context)
    const color = noteColorOf(shape.props.color)
    if (color === undefined) return note
    const top = noteSize + shape.props.growY - margin - symbolSize
    return (
      <>
        {note}
        <path
          d={symbolPaths[noteSymbols[color]]}
          transform={`translate(${margin} ${top}) scale(${symbolSize / 16})`}
          fill={context.isDarkMode ? '#ffffff' : '#000000'}
          fillOpacity={0.5}
        />
      </>
    )
  }
}

/**
 * The note with a class on its paper, which shows the symbol as its background: on a board of 2,000 notes an element for
 * each would be felt.
 */
function withClass(note: ReactElement, name: string): ReactElement {
  const { children } = note.props as { children: ReactNode[] }
  const [paper, ...others] = children
  if (!isValidElement<{ className: string }>(paper)) return note
  return createElement(
    Fragment,
    null,
    cloneElement(paper, { className: `${paper.props.className} ${name}` }),
    ...others,
  )
}

const withColor = (shape: TLNoteShape, color: BoardNoteColor): TLNoteShape => ({
  ...shape,
  props: { ...shape.props, color },
})
