// The facilitator's library: every session on this computer, and what can be done with a whole one.
import { join } from 'node:path'
import * as Y from 'yjs'
import { readFacts, renameSession, startCopy } from '../../shared/document/control'
import { assetPath } from '../../shared/file/manifest'
import type {
  FileProblem,
  NewSession,
  OpenedFile,
  SessionChange,
  SessionSummary,
} from '../../shared/relay/library'
import { queueByKey } from '../queueByKey'
import type { Relay } from '../relay'
import { RoomDamaged } from '../storage'
import { FileProblems } from './fileProblems'
import { readLibraryFacts, type LibraryFacts } from './libraryFacts'
import { libraryWords } from './libraryWords'
import { readSessionFile } from './readSessionFile'
import { documentOf, type SessionContent } from './sessionContent'
import { readStored, store } from './storedSession'
import { Summaries } from './summaries'
import { fillTemplate } from './templates'
import { writeSessionFile } from './writeSessionFile'

type Language = NewSession['language']

const binMs = 30 * 24 * 60 * 60 * 1000

export class Library {
  readonly #relay: Relay
  readonly #summaries: Summaries
  /** Tokens given out since this start, by session: all windows at this computer are one member. */
  readonly #tokens = new Map<string, string>()
  readonly #inTurn = queueByKey()

  /** @param dataDir where the library keeps what is quicker to keep than to find out again. */
  constructor(relay: Relay, dataDir: string) {
    this.#relay = relay
    this.#summaries = new Summaries(relay, join(dataDir, 'summaries.json'))
  }

  /** Everything, archived sessions and the bin too; last changed first. */
  async list(): Promise<SessionSummary[]> {
    const summaries = await this.#summaries.all()
    void this.#summaries.save()
    return summaries
  }

  /** Finishes writing. */
  async close(): Promise<void> {
    await this.#summaries.save()
  }

  create(wanted: NewSession): Promise<SessionSummary> {
    return this.add(fillTemplate(wanted, Date.now()), wanted.language)
  }

  /** Makes a session without content, for what comes to it from another relay. */
  async addEmpty(language: Language, name: string): Promise<{ sessionId: string; ownerId: string }> {
    const facts: LibraryFacts = { language, archived: false, deletedAt: null }
    const { sessionId, token, memberId } = await this.#relay.sessions.create(facts, name)
    await this.#setOwner(sessionId, memberId, token)
    return { sessionId, ownerId: memberId }
  }

  /** Makes a session of `content`. */
  async add(content: SessionContent, language: Language): Promise<SessionSummary> {
    return (await this.#add(content, language)).session
  }

  /**
   * A token for who sits at this computer, or undefined when there is no such session. They lead, unless they handed
   * that over. `name` is how others see them; empty leaves it as it was.
   */
  open(sessionId: string, name = ''): Promise<string | undefined> {
    return this.#inTurn([sessionId], async () => {
      const { sessions, people } = this.#relay
      const record = await sessions.read(sessionId)
      if (!record) return undefined
      const { ownerId } = readLibraryFacts(record.facts)
      const owner = (await sessions.members(sessionId)).find(({ memberId }) => memberId === ownerId)
      if (!owner) return this.#newOwner(sessionId, name)
      const { memberId, role } = owner
      if (name !== '' && owner.name !== name)
        await people.change({ sessionId, memberId, role }, memberId, { name })
      const token = this.#tokens.get(sessionId) ?? (await sessions.renewToken(sessionId, memberId))
      if (token) this.#tokens.set(sessionId, token)
      return token
    })
  }

  /** Who sits at this computer, as a member of the session. */
  async ownerOf(sessionId: string): Promise<string | undefined> {
    const record = await this.#relay.sessions.read(sessionId)
    return record && readLibraryFacts(record.facts).ownerId
  }

  async change(sessionId: string, change: SessionChange): Promise<SessionSummary | undefined> {
    const record = await this.#relay.sessions.read(sessionId)
    if (!record) return undefined
    const facts = readLibraryFacts(record.facts)
    const changed: LibraryFacts = { ...facts, archived: change.archived ?? facts.archived }
    if (change.deleted !== undefined)
      changed.deletedAt = change.deleted ? (facts.deletedAt ?? Date.now()) : null
    await this.#relay.sessions.setFacts(sessionId, { ...record.facts, ...changed })
    if (change.title !== undefined) await this.#rename(sessionId, change.title)
    return this.#summaries.of(sessionId)
  }

  /** A copy with its own id, title and pictures; guests, tokens and open doors stay with the original. */
  async duplicate(sessionId: string): Promise<SessionSummary | undefined> {
    const record = await this.#relay.sessions.read(sessionId)
    if (!record) return undefined
    const { language } = readLibraryFacts(record.facts)
    const content = await readStored(this.#relay, sessionId)
    // A copy that looks whole and is not would be worse than none.
    if (content.unread.length > 0) throw new RoomDamaged('a page of the session cannot be read')
    const control = documentOf(content.rooms.get('control')!)
    const title = libraryWords[language].copyOf(readFacts(control).title || libraryWords[language].untitled)
    startCopy(control, { title: title.slice(0, 120), now: Date.now() })
    content.rooms.set('control', Y.encodeStateAsUpdate(control))
    return this.add(content, language)
  }

  /** For good, with everything in it. False when there is no such session. */
  async delete(sessionId: string): Promise<boolean> {
    if (!(await this.#relay.sessions.exists(sessionId))) return false
    await this.#relay.sessions.delete(sessionId)
    await this.#summaries.forget(sessionId)
    this.#tokens.delete(sessionId)
    return true
  }

  /** The session as a `.samverk` file, as far as it can be read; undefined when there is no such session. */
  async writeFile(sessionId: string): Promise<{ title: string; bytes: Buffer } | undefined> {
    if (!(await this.#relay.sessions.exists(sessionId))) return undefined
    const content = await readStored(this.#relay, sessionId)
    const { title } = readFacts(documentOf(content.rooms.get('control')!))
    return { title, bytes: await writeSessionFile(content, Date.now(), content.unread) }
  }

  /** What of the session is damaged here and would not be in its file; undefined when there is no such session. */
  async listUnread(sessionId: string): Promise<FileProblem[] | undefined> {
    if (!(await this.#relay.sessions.exists(sessionId))) return undefined
    const { rooms, unread } = await readStored(this.#relay, sessionId)
    const problems = new FileProblems()
    for (const path of unread) problems.add('damaged', path)
    return problems.list(documentOf(rooms.get('control')!))
  }

  /** Opens a `.samverk` file as a new session, always, so that it never overwrites one that is here. */
  async openFile(
    bytes: Buffer,
    language: Language,
  ): Promise<OpenedFile | 'damagedFile' | 'newerFile' | 'tooLarge'> {
    const read = await readSessionFile(bytes, libraryWords[language].untitled)
    if (read.kind !== 'opened') return read.kind
    const { session, refusedAssets } = await this.#add(read.content, language)
    const refused = refusedAssets.map((sha256) => ({ kind: 'damaged' as const, part: assetPath(sha256) }))
    return { session, problems: [...read.problems, ...refused] }
  }

  /** Deletes for good what has been in the bin for 30 days, and returns the ids. */
  async emptyBin(now: number): Promise<string[]> {
    const gone: string[] = []
    for (const { sessionId, facts } of await this.#relay.sessions.list()) {
      const { deletedAt } = readLibraryFacts(facts)
      if (deletedAt !== null && now - deletedAt > binMs && (await this.delete(sessionId)))
        gone.push(sessionId)
    }
    return gone
  }

  async #add(
    content: SessionContent,
    language: Language,
  ): Promise<{ session: SessionSummary; refusedAssets: string[] }> {
    const facts: LibraryFacts = { language, archived: false, deletedAt: null }
    const { sessionId, token, memberId, refusedAssets } = await store(this.#relay, content, facts)
    await this.#setOwner(sessionId, memberId, token)
    const session = await this.#summaries.of(sessionId)
    if (!session) throw new Error('a session just made is gone')
    return { session, refusedAssets }
  }

  async #newOwner(sessionId: string, name: string): Promise<string> {
    const { token, memberId } = await this.#relay.sessions.mintToken(sessionId, 'facilitator', name)
    await this.#setOwner(sessionId, memberId, token)
    return token
  }

  async #setOwner(sessionId: string, ownerId: string, token: string): Promise<void> {
    const record = await this.#relay.sessions.read(sessionId)
    if (!record) throw new Error('a session just opened is gone')
    await this.#relay.sessions.setFacts(sessionId, { ...record.facts, ownerId })
    this.#tokens.set(sessionId, token)
  }

  async #rename(sessionId: string, title: string): Promise<void> {
    const control = documentOf(await this.#relay.rooms.read(sessionId, 'control'))
    const before = Y.encodeStateVector(control)
    renameSession(control, title)
    await this.#relay.rooms.write(sessionId, 'control', Y.encodeStateAsUpdate(control, before))
  }
}
