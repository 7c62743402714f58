// Who lies in whom, and which arrow holds on to what. People who change a board at once can leave a thing in a frame that
// is gone, two frames in each other, or an arrow bound to nothing; everybody must then see the same, sound board.
import { boardPageId } from './boardTypes'

export interface Family {
  /** Takes up what a record says now; undefined when it is gone. */
  set(id: string, record: { typeName: string; [key: string]: unknown } | undefined): void
  /** The parent to show a shape in: its own where that is possible, else the page. */
  shownParent(id: string): string
  /** Shapes and bindings whose place may change when these records changed. */
  touchedBy(ids: Iterable<string>): Set<string>
  /** The two shapes of a binding. */
  ends(id: string): readonly [string, string] | undefined
}

/** @param isThere says whether a shape is in the document and sound. */
export function keepFamily(isThere: (id: string) => boolean): Family {
  const parents = new Map<string, string>()
  const children = new Map<string, Set<string>>()
  const bindingEnds = new Map<string, readonly [string, string]>()
  const bindings = new Map<string, Set<string>>()
  /** Shapes shown elsewhere than their record says. */
  const fostered = new Set<string>()

  /** The shapes that go round in a circle through `id`, or null. */
  const circleOf = (id: string): string[] | null => {
    if (!parents.get(id)?.startsWith('shape:')) return null
    const way = [id]
    const seen = new Set(way)
    for (let at = parents.get(id); at !== undefined; at = parents.get(at)) {
      if (at === id) return way
      if (seen.has(at)) return null
      seen.add(at)
      way.push(at)
    }
    return null
  }

  return {
    set(id, record) {
      const parentBefore = parents.get(id)
      if (parentBefore !== undefined) {
        children.get(parentBefore)?.delete(id)
        parents.delete(id)
      }
      const endsBefore = bindingEnds.get(id)
      if (endsBefore) {
        for (const end of endsBefore) bindings.get(end)?.delete(id)
        bindingEnds.delete(id)
      }
      if (record?.typeName === 'shape' && typeof record.parentId === 'string') {
        parents.set(id, record.parentId)
        add(children, record.parentId, id)
      } else fostered.delete(id)
      if (record?.typeName === 'binding') {
        const ends = [String(record.fromId), String(record.toId)] as const
        bindingEnds.set(id, ends)
        for (const end of ends) add(bindings, end, id)
      }
    },
    shownParent(id) {
      const parent = parents.get(id)
      if (parent === boardPageId) {
        fostered.delete(id)
        return parent
      }
      const circle = circleOf(id)
      const stays =
        parent !== undefined &&
        parent.startsWith('shape:') &&
        isThere(parent) &&
        (circle === null || circle.some((each) => each < id))
      if (stays) fostered.delete(id)
      else fostered.add(id)
      return stays ? parent : boardPageId
    },
    touchedBy(ids) {
      const touched = new Set(fostered)
      for (const id of ids) {
        children.get(id)?.forEach((child) => touched.add(child))
        bindings.get(id)?.forEach((binding) => touched.add(binding))
        circleOf(id)?.forEach((each) => touched.add(each))
      }
      return touched
    },
    ends: (id) => bindingEnds.get(id),
  }
}

function add(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key)
  if (set) set.add(value)
  else sets.set(key, new Set([value]))
}
