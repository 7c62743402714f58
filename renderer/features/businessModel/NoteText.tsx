import { Fragment } from 'react'
import type { Someone } from './places'
import css from './note.module.css'

/** A note's text, with the carets of those who write in it. */
export function NoteText({ text, writers }: { text: string; writers: readonly Someone[] }) {
  const carets = writers
    .filter((who) => who.caret !== undefined)
    .map((who) => ({ ...who, at: Math.min(who.caret!, text.length) }))
    .sort((a, b) => a.at - b.at)
  return (
    <>
      {carets.map(({ clientId, color, at }, index) => {
        const before = text.slice(carets[index - 1]?.at ?? 0, at)
        return (
          <Fragment key={clientId}>
            {before}
            <span className={css.caret} style={{ color }} data-caret={clientId} aria-hidden="true" />
          </Fragment>
        )
      })}
      {text.slice(carets.at(-1)?.at ?? 0)}
    </>
  )
}
