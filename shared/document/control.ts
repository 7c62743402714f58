// The `control` room: what the session is called, and which pages it has, in which order.
import * as Y from 'yjs'
import { z } from 'zod'
import { newId } from './ids'
import { byOrder } from './order'
import { orderKey, placeAmong } from './placeAmong'
import { viewRecords, type RecordView } from './recordView'

/** The version of the whole document schema that this program writes. A newer one opens read-only. */
export const schemaVersion = 1

/** The kinds of page there are. A page of an unknown kind is listed, and says that a newer program is needed. */
export const pageKinds = ['whiteboard', 'businessModel', 'impactChain', 'financingPlan'] as const
export type PageKind = (typeof pageKinds)[number]

const page = z.object({
  id: z.string().min(1).max(64),
  kind: z.string().min(1).max(40),
  title: z.string().max(120),
  order: orderKey,
  createdAt: z.number(),
  /** ms since 1970 when it was put away; null while it is in use. Its room is kept. */
  deletedAt: z.number().nullable(),
})
export type Page = Readonly<z.infer<typeof page>>

export interface SessionFacts {
  readonly schemaVersion: number
  readonly title: string
  readonly purpose: string
  readonly createdAt: number
  /** Page that the facilitator is on, where guests start. */
  readonly currentPage: string | null
  readonly isDemo: boolean
}

const text = z.string().catch('')
const moment = z.number().catch(0)

/** Origin of commands made by this person; a UndoManager tracks it. */
export const localOrigin = 'local'

const facts = (control: Y.Doc) => control.getMap<unknown>('facts')
const stage = (control: Y.Doc) => control.getMap<unknown>('stage')
const pages = (control: Y.Doc) => control.getMap<Y.Map<unknown>>('pages')

/** What the session says of itself. Unsound values read as empty. */
export function readFacts(control: Y.Doc): SessionFacts {
  const map = facts(control)
  return Object.freeze({
    schemaVersion: z.number().int().catch(0).parse(map.get('schemaVersion')),
    title: text.parse(map.get('title')),
    purpose: text.parse(map.get('purpose')),
    createdAt: moment.parse(map.get('createdAt')),
    isDemo: map.get('isDemo') === true,
    currentPage: z
      .string()
      .nullable()
      .catch(null)
      .parse(stage(control).get('currentPage') ?? null),
  })
}

/** Runs `changed` whenever what {@link readFacts} gives may have changed. */
export function watchFacts(control: Y.Doc, changed: () => void): () => void {
  facts(control).observe(changed)
  stage(control).observe(changed)
  return () => {
    facts(control).unobserve(changed)
    stage(control).unobserve(changed)
  }
}

/** All pages, those put away too. */
export function viewPages(control: Y.Doc): RecordView<Page> {
  return viewRecords(pages(control), (id, record) => page.parse({ deletedAt: null, ...record.toJSON(), id }))
}

/** The pages in use, in their order. */
export function pagesInUse(all: readonly Page[]): Page[] {
  return all.filter((each) => each.deletedAt === null).sort(byOrder)
}

/** Fills a new, empty control room. */
export function startSession(
  control: Y.Doc,
  session: { title: string; purpose?: string; isDemo?: boolean; now: number },
): void {
  control.transact(() => {
    const map = facts(control)
    map.set('schemaVersion', schemaVersion)
    map.set('title', session.title)
    map.set('purpose', session.purpose ?? '')
    map.set('createdAt', session.now)
    if (session.isDemo) map.set('isDemo', true)
  }, localOrigin)
}

/** Makes a copied control room a session of its own: with its own title and beginning, and no demo any more. */
export function startCopy(control: Y.Doc, copy: { title: string; now: number }): void {
  control.transact(() => {
    facts(control).set('title', copy.title)
    facts(control).set('createdAt', copy.now)
    facts(control).delete('isDemo')
  }, localOrigin)
}

export function renameSession(control: Y.Doc, title: string): void {
  control.transact(() => facts(control).set('title', title), localOrigin)
}

/** Adds a page after the last one and returns its id. The page's content lives in its own room. */
export function addPage(
  control: Y.Doc,
  added: { id?: string; kind: PageKind; title: string; after?: string; now: number },
): string {
  const id = added.id ?? newId(10)
  const inUse = pagesInUse(snapshotPages(control))
  const at = added.after ? inUse.findIndex((each) => each.id === added.after) + 1 : inUse.length
  control.transact(() => {
    const record = new Y.Map<unknown>()
    record.set('kind', added.kind)
    record.set('title', added.title)
    record.set('order', place(control, inUse, at))
    record.set('createdAt', added.now)
    pages(control).set(id, record)
  }, localOrigin)
  return id
}

export function renamePage(control: Y.Doc, id: string, title: string): void {
  control.transact(() => pages(control).get(id)?.set('title', title), localOrigin)
}

/** Puts the page before `next`, or last when that is null. */
export function movePage(control: Y.Doc, id: string, next: string | null): void {
  const others = pagesInUse(snapshotPages(control)).filter((each) => each.id !== id)
  const found = next === null ? -1 : others.findIndex((each) => each.id === next)
  const at = found < 0 ? others.length : found
  control.transact(
    () =>
      pages(control)
        .get(id)
        ?.set('order', place(control, others, at)),
    localOrigin,
  )
}

/** Puts the page away; {@link restorePage} brings it back with all its content. */
export function putPageAway(control: Y.Doc, id: string, now: number): void {
  control.transact(() => pages(control).get(id)?.set('deletedAt', now), localOrigin)
}

export function restorePage(control: Y.Doc, id: string): void {
  control.transact(() => pages(control).get(id)?.delete('deletedAt'), localOrigin)
}

/** Says which page the room is on. */
export function showPage(control: Y.Doc, id: string): void {
  control.transact(() => stage(control).set('currentPage', id), localOrigin)
}

/** The key of the place before `among[at]`; others that had to make room get new ones. */
function place(control: Y.Doc, among: readonly Page[], at: number): string {
  const { order, others } = placeAmong(among, at)
  for (const other of others) pages(control).get(other.id)?.set('order', other.order)
  return order
}

function snapshotPages(control: Y.Doc): readonly Page[] {
  const view = viewPages(control)
  const all = view.records()
  view.close()
  return all
}
