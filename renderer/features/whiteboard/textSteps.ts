// The differences between two texts, to be made again in a third.
import { getSchema } from '@tiptap/core'
import { ChangeSet } from '@tiptap/pm/changeset'
import type { Node, Schema } from '@tiptap/pm/model'
import { ReplaceStep, StepMap, Transform } from '@tiptap/pm/transform'
import { tipTapDefaultExtensions } from 'tldraw'

let schema: Schema | undefined

/** What makes `from` into `to`, from the first difference to the last; undefined when they are the same. */
export function stepBetween(from: Node, to: Node): ReplaceStep | undefined {
  const start = from.content.findDiffStart(to.content)
  const ends = from.content.findDiffEnd(to.content)
  if (start === null || ends === null) return undefined
  // In "aa" and "aaa" what is alike from the start and what is alike from the end overlap.
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b))
  return new ReplaceStep(start, ends.a + overlap, to.slice(start, ends.b + overlap))
}

/** Letter by letter: what of `from` is replaced by what of `to`. */
function changesBetween(from: Node, to: Node) {
  const step = stepBetween(from, to)
  return step ? ChangeSet.create(from).addSteps(to, [step.getMap()], null).changes : []
}

/**
 * `theirs` with what one changed oneself, from `before` to `after`, changed in it too; all of them rich texts as tldraw
 * keeps them. What can't be is left as it is in `theirs`. Where others wrote in the very same place, one's own comes
 * `before` or `after` theirs.
 */
export function changeAgain(
  before: unknown,
  after: unknown,
  theirs: unknown,
  place: 'before' | 'after',
): unknown {
  schema ??= getSchema(tipTapDefaultExtensions)
  try {
    const [was, became, other] = [before, after, theirs].map((text) => schema!.nodeFromJSON(text))
    const foreign = changesBetween(was!, other!)
    const moved = new StepMap(
      foreign.flatMap(({ fromA, toA, fromB, toB }) => [fromA, toA - fromA, toB - fromB]),
    )
    const joined = new Transform(other!)
    for (const { fromA, toA, fromB, toB } of changesBetween(was!, became!).toReversed()) {
      const from = moved.map(fromA, place === 'before' ? -1 : 1)
      joined.replace(from, Math.max(from, moved.map(toA, -1)), became!.slice(fromB, toB))
    }
    return joined.docChanged ? joined.doc.toJSON() : theirs
  } catch {
    return theirs
  }
}
