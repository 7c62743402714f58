import { noteColors } from '../../../shared/document/noteLook'
import type { SessionSummary } from '../../../shared/relay/library'
import css from './sessionPreview.module.css'

const isNoteColor = (tone: string) => (noteColors as readonly string[]).includes(tone)

/** A small picture of a workshop's first page. Only for the eye: the words beside it say the same. */
export function SessionPreview({ boxes }: { boxes: SessionSummary['preview'] }) {
  return (
    <svg viewBox="0 0 160 100" className={css.preview} aria-hidden="true" preserveAspectRatio="xMidYMid meet">
      {boxes.map((box, at) => {
        const isNote = isNoteColor(box.tone)
        return (
          <rect
            key={at}
            x={box.x}
            y={box.y}
            width={Math.max(1, box.width)}
            height={Math.max(1, box.height)}
            rx={1.5}
            className={isNote ? css.note : css.outline}
            {...(isNote && {
              style: { fill: `var(--note-${box.tone})`, stroke: `var(--note-${box.tone}-edge)` },
            })}
          />
        )
      })}
    </svg>
  )
}
