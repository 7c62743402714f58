// Session summaries for the home screen. What takes reading rooms is done once per change, so long lists are quick.
import { readFacts } from '../../shared/document/control'
import type { SessionSummary } from '../../shared/relay/library'
import { roomOfPage, type RoomName } from '../../shared/relay/roles'
import type { Relay, SessionRecord } from '../relay'
import { RoomDamaged } from '../storage'
import { emptyUpdate } from '../judgeUpdate'
import { readLibraryFacts } from './libraryFacts'
import { countNotes, drawPreview } from './preview'
import { documentOf, listPages } from './sessionContent'
import { readSummaryCache, writeSummaryCache, type SummaryContent, type SummaryEntry } from './summaryCache'

/** So many of those who were there are named. */
const mostNames = 50

export class Summaries {
  readonly #relay: Relay
  readonly #cachePath: string
  #entries: Promise<Map<string, SummaryEntry>>
  #isSaved = true

  /** @param cachePath file for what was read, so that the next start need not read it again. */
  constructor(relay: Relay, cachePath: string) {
    this.#relay = relay
    this.#cachePath = cachePath
    this.#entries = readSummaryCache(cachePath)
  }

  /** Undefined when there is no such session. */
  async of(sessionId: string): Promise<SessionSummary | undefined> {
    const record = await this.#relay.sessions.read(sessionId)
    return record && this.#summarize(record)
  }

  /** All sessions, archived ones and those in the bin too; last changed first. */
  async all(): Promise<SessionSummary[]> {
    const summaries: SessionSummary[] = []
    for (const record of await this.#relay.sessions.list()) summaries.push(await this.#summarize(record))
    return summaries.sort((a, b) => b.changedAt - a.changedAt)
  }

  async forget(sessionId: string): Promise<void> {
    if ((await this.#entries).delete(sessionId)) this.#isSaved = false
  }

  /** Keeps what was read for the next start. A cache that cannot be written is no loss. */
  async save(): Promise<void> {
    if (this.#isSaved) return
    this.#isSaved = true
    await writeSummaryCache(this.#cachePath, await this.#entries).catch(() => undefined)
  }

  async #summarize(record: SessionRecord): Promise<SessionSummary> {
    const { sessionId } = record
    const { archived, deletedAt } = readLibraryFacts(record.facts)
    const changedAt = await this.#relay.rooms.changedAt(sessionId)
    const entries = await this.#entries
    const kept = entries.get(sessionId)
    const content = kept?.changedAt === changedAt ? kept.content : await this.#read(sessionId)
    if (content !== kept?.content) {
      entries.set(sessionId, { changedAt, content })
      this.#isSaved = false
    }
    const { startedAt, ...shown } = content
    const people = (await this.#relay.people.names(sessionId)).slice(0, mostNames)
    return {
      ...shown,
      sessionId,
      createdAt: startedAt || record.createdAt,
      changedAt,
      archived,
      deletedAt,
      people,
    }
  }

  async #read(sessionId: string): Promise<SummaryContent> {
    const control = await this.#readRoom(sessionId, 'control')
    const { title, isDemo, createdAt } = readFacts(control)
    const content: SummaryContent = { title, isDemo, startedAt: createdAt, pages: [], preview: [] }
    for (const [at, page] of listPages(control).entries()) {
      const doc = await this.#readRoom(sessionId, roomOfPage(page.id))
      content.pages.push({
        pageId: page.id,
        kind: page.kind,
        title: page.title,
        count: countNotes(page, doc),
      })
      if (at === 0) content.preview = drawPreview(page, doc)
    }
    return content
  }

  /** A damaged room counts as an empty one: the others, and all other sessions, are shown. */
  async #readRoom(sessionId: string, room: RoomName): Promise<ReturnType<typeof documentOf>> {
    const read = this.#relay.rooms.read(sessionId, room)
    return documentOf(
      await read.catch((error: unknown) => {
        if (error instanceof RoomDamaged) return emptyUpdate
        throw error
      }),
    )
  }
}
