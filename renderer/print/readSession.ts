// Everything the document needs from the session, read once: printing shows one moment.
import {
  readLayout,
  viewNotes,
  type BusinessModelNote,
  type Layout,
} from '../../shared/document/businessModel'
import {
  pageKinds,
  pagesInUse,
  readFacts,
  viewPages,
  type Page,
  type PageKind,
} from '../../shared/document/control'
import type { PlanParts } from '../../shared/document/planInput'
import { readChain, type WholeChain } from '../../shared/document/readChain'
import { readPlan } from '../../shared/document/readPlan'
import { roomOfPage, type RoomName } from '../../shared/relay/roles'
import type { PrintTask } from '../../shared/bridge/printAddress'
import { connectSession } from '../document/connectSession'
import type { Room, Session } from '../document/session'

/** A page's content as plain data; `other` is a kind that this program can't print. */
export type PrintedPage =
  | { kind: 'businessModel'; page: Page; notes: readonly BusinessModelNote[]; layout: Layout }
  | { kind: 'whiteboard'; page: Page; doc: Room['doc'] }
  | { kind: 'impactChain'; page: Page; chain: WholeChain }
  | { kind: 'financingPlan'; page: Page; parts: PlanParts }
  | { kind: 'other'; page: Page }

export interface PrintedSession {
  id: string
  title: string
  /** In the order of the print order; pages that are gone are left out. */
  pages: PrintedPage[]
  /** Titles of all pages in use, for what links say. */
  titles: ReadonlyMap<string, string>
  /** Leaves the session. */
  close(): Promise<void>
}

/** A room that has not opened after so many ms will not. */
const patience = 30_000

/**
 * Reads what `task` asks for. The session stays open until it is closed: boards are read while they are drawn.
 * @throws Refused when the relay does not admit us; Error when a room does not open.
 */
export async function readSession({ order, token, relay }: PrintTask): Promise<PrintedSession> {
  const session = await connectSession({
    sessionId: order.sessionId,
    relayUrl: relay,
    token,
    keepHere: false,
  })
  try {
    const control = await open(session, 'control')
    const view = viewPages(control.doc)
    const inUse = pagesInUse(view.records())
    const pages: PrintedPage[] = []
    for (const id of order.pageIds) {
      const page = inUse.find((each) => each.id === id)
      if (page) pages.push(await readPage(session, page))
    }
    return {
      id: order.sessionId,
      title: readFacts(control.doc).title,
      pages,
      titles: new Map(inUse.map((page) => [page.id, page.title])),
      close: () => session.leave(),
    }
  } catch (problem) {
    await session.leave()
    throw problem
  }
}

async function readPage(session: Session, page: Page): Promise<PrintedPage> {
  if (!(pageKinds as readonly string[]).includes(page.kind)) return { kind: 'other', page }
  const { doc } = await open(session, roomOfPage(page.id))
  switch (page.kind as PageKind) {
    case 'businessModel':
      return { kind: 'businessModel', page, notes: viewNotes(doc).records(), layout: readLayout(doc) }
    case 'whiteboard':
      return { kind: 'whiteboard', page, doc }
    case 'impactChain':
      return { kind: 'impactChain', page, chain: readChain(doc, page) }
    case 'financingPlan':
      return { kind: 'financingPlan', page, parts: readPlan(doc, page.createdAt) }
  }
}

async function open(session: Session, name: RoomName): Promise<Room> {
  const room = session.openRoom(name)
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`the room ${name} did not open`)), patience)
    room.subscribe(() => {
      const state = room.saveState()
      if (state.kind === 'refused') reject(new Error(`the room ${name} was refused: ${state.name}`))
    })
  })
  try {
    await Promise.race([room.opened, tooLate])
  } finally {
    clearTimeout(timer)
  }
  return room
}
