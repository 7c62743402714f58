// Gives a session from a damaged file a control room again, so that pages whose content is sound can be reached.
import * as Y from 'yjs'
import { viewNotes } from '../../shared/document/businessModel'
import { addPage, readFacts, startSession, viewPages, type PageKind } from '../../shared/document/control'
import { chainTables } from '../../shared/document/impactChain'
import { holdsChain } from '../../shared/document/readChain'
import { holdsPlan } from '../../shared/document/readPlan'
import { readBoard } from '../../shared/document/whiteboard'
import { pageOfRoom, type Manifest } from '../../shared/file/manifest'
import type { RoomName } from '../../shared/relay/roles'
import { documentOf } from './sessionContent'

/**
 * The control document of `rooms`: the one that is there, or a new one with the manifest's title. Pages whose rooms
 * are there but which it does not list (put away ones are listed) are added with titles made from `untitled`.
 */
export function mendControl(
  rooms: ReadonlyMap<RoomName, Uint8Array>,
  manifest: Manifest | undefined,
  untitled: string,
): { control: Y.Doc; wasMissing: boolean } {
  const kept = rooms.get('control')
  const control = kept ? documentOf(kept) : new Y.Doc()
  const wasMissing = readFacts(control).schemaVersion === 0
  if (wasMissing)
    startSession(control, { title: manifest?.title || untitled, now: manifest?.createdAt || Date.now() })
  const view = viewPages(control)
  const known = new Set([...view.records().map((page) => page.id), ...view.bad().map((page) => page.id)])
  view.close()
  let number = known.size
  for (const [room, update] of rooms) {
    const id = pageOfRoom(room)
    const kind = id === undefined || known.has(id) ? undefined : kindOf(documentOf(update))
    if (kind) addPage(control, { id, kind, title: `${untitled} ${++number}`, now: Date.now() })
  }
  return { control, wasMissing }
}

/** What kind of page a room's content is; undefined when it is empty. */
function kindOf(page: Y.Doc): PageKind | undefined {
  const notes = viewNotes(page)
  const hasNotes = notes.records().length > 0
  notes.close()
  if (chainTables.elements.container(page).size > 0) return 'impactChain'
  if (holdsPlan(page)) return 'financingPlan'
  if (holdsChain(page)) return 'impactChain'
  return hasNotes ? 'businessModel' : readBoard(page).length > 0 ? 'whiteboard' : undefined
}
