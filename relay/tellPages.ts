// Tells pages that something about their session changed, so that they ask anew instead of again and again. A rush of
// changes becomes one message a second.
import { sessionTopics, type SessionTopic } from '../shared/relay/messages'
import { leads } from '../shared/relay/roles'
import type { Change, Changes } from './changes'
import type { Connection } from './connection'
import type { Connections } from './connections'
import { sessionChangedFrame } from './frames'
import type { WireFrame } from './wireFrame'

/** At most one message to everybody in so long (ms). */
const everyMs = 1000

const forLeaders: ReadonlySet<SessionTopic> = new Set(['waiting', 'invites', 'door'])

const topicOf: Record<Change['kind'], SessionTopic | undefined> = {
  locks: 'locks',
  member: 'members',
  removed: 'members',
  here: 'members',
  waiting: 'waiting',
  invites: 'invites',
  door: 'door',
  pictures: 'pictures',
  deleted: undefined,
}

export function tellPages(changes: Changes, connections: Connections): { stop(): void } {
  /** What is still to be told, by session; there for as long as nothing may be told. */
  const due = new Map<string, { topics: Set<SessionTopic>; timer: ReturnType<typeof setTimeout> }>()

  const pagesOf = (sessionId: string) =>
    [...connections.ofSession(sessionId)].filter(
      ({ room, wantsAcks }) => wantsAcks && room.name === 'control',
    )
  const tell = (sessionId: string, topics: readonly SessionTopic[]) => {
    const all = frameOf(topics)
    const some = frameOf(topics.filter((topic) => !forLeaders.has(topic)))
    for (const page of pagesOf(sessionId)) send(page, leads(page.role) ? all : some)
  }
  const wait = (sessionId: string) => {
    const topics = new Set<SessionTopic>()
    const timer = setTimeout(() => {
      due.delete(sessionId)
      if (topics.size === 0) return
      wait(sessionId)
      tell(sessionId, [...topics])
    }, everyMs).unref()
    due.set(sessionId, { topics, timer })
  }

  changes.listen((change) => {
    const { sessionId } = change
    if (change.kind === 'member')
      for (const page of pagesOf(sessionId))
        if (page.member.memberId === change.memberId) send(page, frameOf(['self']))
    const topic = topicOf[change.kind]
    if (!topic) return
    const waiting = due.get(sessionId)
    if (waiting) return void waiting.topics.add(topic)
    wait(sessionId)
    tell(sessionId, [topic])
  })
  changes.listenForMissed(() => {
    for (const sessionId of connections.sessionsHere()) tell(sessionId, sessionTopics)
  })
  return {
    stop() {
      for (const { timer } of due.values()) clearTimeout(timer)
      due.clear()
    },
  }
}

const frameOf = (topics: readonly SessionTopic[]) =>
  topics.length > 0 ? sessionChangedFrame(topics) : undefined

function send(page: Connection, frame: WireFrame | undefined): void {
  if (frame) page.send(frame)
}
