// The shapes of tldraw that a board has. Embedded pages, bookmarks and films are left out: they would fetch things from
// outside, and nothing here does.
import { defaultShapeUtils, type TLAnyShapeUtilConstructor } from 'tldraw'
import { SymbolNoteUtil } from './SymbolNoteUtil'

const leftOut = new Set(['embed', 'bookmark', 'video'])

export const shownShapeUtils: TLAnyShapeUtilConstructor[] = defaultShapeUtils
  .filter(({ type }) => !leftOut.has(type))
  .map((util): TLAnyShapeUtilConstructor => (util.type === 'note' ? SymbolNoteUtil : util))
