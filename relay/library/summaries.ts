// Session summaries for the home screen. What takes reading rooms is done once per change, so long lists are quick.
import { readFacts } from '../../shared/document/control'
import type { Member } from '../../shared/relay/api'
import type { SessionSummary } from '../../shared/relay/library'
import { roomOfPage } from '../../shared/relay/roles'
import type { Relay, SessionRecord } from '../relay'
import { readLibraryFacts } from './libraryFacts'
import { countThings, drawPreview } from './preview'
import { documentOf, listPages } from './sessionContent'

/** What the rooms say; valid while nothing changes in them. */
type Content = Pick<SessionSummary, 'title' | 'isDemo' | 'pages' | 'preview'> & { startedAt: number }

export class Summaries {
  readonly #relay: Relay
  readonly #kept = new Map<string, { changedAt: number; content: Content }>()

  constructor(relay: Relay) {
    this.#relay = relay
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

  forget(sessionId: string): void {
    this.#kept.delete(sessionId)
  }

  async #summarize(record: SessionRecord): Promise<SessionSummary> {
    const { sessionId } = record
    const { archived, deletedAt } = readLibraryFacts(record.facts)
    const changedAt = await this.#relay.rooms.changedAt(sessionId)
    const kept = this.#kept.get(sessionId)
    const content = kept?.changedAt === changedAt ? kept.content : await this.#read(sessionId)
    this.#kept.set(sessionId, { changedAt, content })
    const { startedAt, ...shown } = content
    const people = namesOf(await this.#relay.sessions.members(sessionId))
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

  async #read(sessionId: string): Promise<Content> {
    const control = documentOf(await this.#relay.rooms.read(sessionId, 'control'))
    const { title, isDemo, createdAt } = readFacts(control)
    const content: Content = { title, isDemo, startedAt: createdAt, pages: [], preview: [] }
    for (const [at, page] of listPages(control).entries()) {
      const doc = documentOf(await this.#relay.rooms.read(sessionId, roomOfPage(page.id)))
      content.pages.push({
        pageId: page.id,
        kind: page.kind,
        title: page.title,
        count: countThings(page, doc),
      })
      if (at === 0) content.preview = drawPreview(page, doc)
    }
    return content
  }
}

/** Names of those who joined, latest first, each once. Who leads is not among them. */
function namesOf(members: readonly Member[]): string[] {
  const joined = members.filter((member) => member.role !== 'facilitator' && member.name !== '')
  return [...new Set(joined.map((member) => member.name).reverse())].slice(0, 50)
}
