// What this person writes in the notes' texts, for as long as others may not know of it. A text is kept as one value, and
// of two people who write in it at once Yjs keeps the words of one; whose words are lost puts them in again here.
import type * as Y from 'yjs'
import { knowsOf, ownWriteOf, type OwnWrite } from '../../../shared/document/overtaken'
import { changeAgain } from './textSteps'

/** The key of a note's text. */
export const textKey = 'props.richText'

export interface OwnTexts {
  /** The person begins to change a text that the document has as `before`. */
  began(id: string, before: unknown): void
  /** What they changed is in the document now, as `after`. */
  wrote(id: string, kept: Y.Map<unknown>, after: unknown): void
  /** `theirs` came from others, while this person sees `now`: gives what both of them wrote. */
  join(id: string, kept: Y.Map<unknown>, theirs: unknown, now: unknown): unknown
  /** What they began will not be written. */
  forget(): void
}

interface Written {
  write: OwnWrite
  before: unknown
  after: unknown
}

/** So many writes in one text are known; a person makes some ten a second, and others hear of them within one. */
const mostWritten = 500

export function keepOwnTexts(): OwnTexts {
  const begun = new Map<string, unknown>()
  const written = new WeakMap<Y.Map<unknown>, Written[]>()
  return {
    began(id, before) {
      if (!begun.has(id)) begun.set(id, before)
    },
    wrote(id, kept, after) {
      const write = ownWriteOf(kept, textKey)
      if (begun.has(id) && write !== undefined) {
        const all = written.get(kept) ?? []
        written.set(kept, [...all.slice(1 - mostWritten), { write, before: begun.get(id), after }])
      }
      begun.delete(id)
    },
    join(id, kept, theirs, now) {
      const all = written.get(kept) ?? []
      const lost = all.filter(({ write }) => !knowsOf(kept, textKey, write))
      // What is put in again is written again. The others may still be lost, to somebody else.
      if (lost.length > 0)
        written.set(
          kept,
          all.filter((each) => !lost.includes(each)),
        )
      let joined = theirs
      for (const { before, after } of lost) joined = changeAgain(before, after, joined, 'after')
      // Just now they stand where the caret does, and so they go on.
      if (begun.has(id)) joined = changeAgain(begun.get(id), now, joined, 'before')
      if (joined === theirs) begun.delete(id)
      else begun.set(id, theirs)
      return joined
    },
    forget: () => begun.clear(),
  }
}
