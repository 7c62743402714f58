// A session's whole content away from the relay's store: what a file, a template and a copy are made of.
import * as Y from 'yjs'
import { pagesInUse, readFacts, schemaVersion, viewPages, type Page } from '../../shared/document/control'
import { roomOfPage, type RoomName } from '../../shared/relay/roles'

export interface SessionContent {
  /** Every room as one Yjs update (v1). `control` is always among them. */
  rooms: Map<RoomName, Uint8Array>
  /** Pictures by SHA-256 in hex. */
  assets: Map<string, Uint8Array>
}

/** The document that an update (v1) makes. Throws when the update is not sound. */
export function documentOf(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc
}

/** The pages in use of a control document, in their order. */
export function listPages(control: Y.Doc): Page[] {
  const view = viewPages(control)
  const pages = pagesInUse(view.records())
  view.close()
  return pages
}

/** The page's document, or undefined when its room is missing or cannot be read. */
export function openPage(content: SessionContent, pageId: string): Y.Doc | undefined {
  const update = content.rooms.get(roomOfPage(pageId))
  if (!update) return undefined
  try {
    return documentOf(update)
  } catch {
    return undefined
  }
}

/** True when the session was written by a newer program than this one. */
export function isNewer(control: Y.Doc): boolean {
  return readFacts(control).schemaVersion > schemaVersion
}
