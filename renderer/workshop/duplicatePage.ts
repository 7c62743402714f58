import { applyUpdate, encodeStateAsUpdate } from 'yjs'
import { addPage, localOrigin, type Page, type PageKind } from '../../shared/document/control'
import { newId } from '../../shared/document/ids'
import { roomOfPage } from '../../shared/relay/roles'
import type { Room, Session } from '../document/session'

/** Puts a copy of `page`, with all its content, after it and returns the copy's id. */
export async function duplicatePage(
  session: Session,
  control: Room,
  page: Page,
  title: string,
  now: number,
): Promise<string> {
  const id = newId(10)
  const from = session.openRoom(roomOfPage(page.id))
  const to = session.openRoom(roomOfPage(id))
  try {
    await Promise.all([from.opened, to.opened])
    applyUpdate(to.doc, encodeStateAsUpdate(from.doc), localOrigin)
    addPage(control.doc, { id, kind: page.kind as PageKind, title, after: page.id, now })
    return id
  } finally {
    session.closeRoom(from)
    session.closeRoom(to)
  }
}
