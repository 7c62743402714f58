// Connects a page to one session and shares each room among all who open it.
import { me as meShape, type Refusal } from '../../shared/relay/api'
import { shortages as allShortages, type SessionTopic, type Shortage } from '../../shared/relay/messages'
import type { RoomName } from '../../shared/relay/roles'
import { forgetSession, keepInBrowser, keepNowhere } from './keptChanges'
import { openRoom, type OpenRoom } from './openRoom'
import type { Room, SaveState, Self, Session } from './session'

export interface ConnectOptions {
  sessionId: string
  /** `http://host:port` of the relay. */
  relayUrl: string
  token: string
  /** Keep changes in this browser until the relay has them on disk. */
  keepHere: boolean
  /** Believe the browser when it says that the network is gone. Not for a relay on the same machine. */
  followNetwork?: boolean
  /** Who the token makes one, where that is known already; otherwise the relay is asked. */
  self?: Self
  Socket?: typeof WebSocket
}

/** A room that nobody has opened for so long (ms) is closed, so that going back and forth between pages is quick. */
const lingerMs = 20_000

/** The relay said no; `kind` is for the catalogue of messages. */
export class Refused extends Error {
  constructor(readonly kind: Refusal['kind'] | 'unreachable') {
    super(kind)
  }
}

/** @throws Refused when the token is not admitted or the relay can't be reached. */
export async function connectSession(options: ConnectOptions): Promise<Session> {
  let self = options.self ?? (await askWhoIAm(options))
  const rooms = new Map<RoomName, { room: OpenRoom; users: number; timer?: ReturnType<typeof setTimeout> }>()
  const listeners = new Set<() => void>()
  const watchers = new Set<{ topic: SessionTopic; changed: () => void }>()
  let online = true
  let state: SaveState = { kind: 'saved' }
  let short: readonly Shortage[] = []

  const tell = () => {
    const open = [...rooms.values()].map(({ room }) => room)
    const next = worst(open.map((room) => room.saveState()))
    const shortNow = allShortages.filter((what) => open.some((room) => room.shortages().includes(what)))
    if (JSON.stringify([next, shortNow]) === JSON.stringify([state, short])) return
    if (JSON.stringify(next) !== JSON.stringify(state)) state = next
    if (shortNow.join() !== short.join()) short = shortNow
    listeners.forEach((changed) => changed())
  }
  const drop = (name: RoomName) => {
    rooms.get(name)?.room.close()
    rooms.delete(name)
    tell()
  }
  const followNetwork = () => {
    online = navigator.onLine
    for (const { room } of rooms.values()) room.setOnline(online)
  }
  if (options.followNetwork) {
    window.addEventListener('online', followNetwork)
    window.addEventListener('offline', followNetwork)
  }

  const renewSelf = async () => {
    const now = await askWhoIAm(options).catch(() => self)
    if (JSON.stringify(now) === JSON.stringify(self)) return
    self = now
    listeners.forEach((changed) => changed())
  }
  watchers.add({ topic: 'self', changed: () => void renewSelf() })

  const session: Session = {
    sessionId: options.sessionId,
    get self() {
      return self
    },
    relay: { url: options.relayUrl, token: options.token },
    openRoom(name) {
      const open = rooms.get(name)
      if (open) {
        clearTimeout(open.timer)
        open.users++
        // closeRoom took its presence away
        if (open.room.awareness.getLocalState() === null) open.room.awareness.setLocalState({})
        return open.room
      }
      const room = openRoom({
        name,
        sessionId: options.sessionId,
        self,
        relayUrl: options.relayUrl,
        token: options.token,
        sessionChanged: (topics) =>
          watchers.forEach(({ topic, changed }) => topics.includes(topic) && changed()),
        kept: options.keepHere ? keepInBrowser(options.sessionId, name) : keepNowhere,
        ...(options.Socket && { Socket: options.Socket }),
      })
      if (!online) room.setOnline(false)
      room.subscribe(tell)
      rooms.set(name, { room, users: 1 })
      tell()
      return room
    },
    closeRoom(room: Room) {
      const open = rooms.get(room.name)
      if (!open || open.room !== room || --open.users > 0) return
      room.awareness.setLocalState(null)
      const closeWhenSafe = () => {
        const { kind } = room.saveState()
        if (kind === 'saved' || kind === 'opening' || kind === 'refused') drop(room.name)
        else open.timer = setTimeout(closeWhenSafe, lingerMs)
      }
      open.timer = setTimeout(closeWhenSafe, lingerMs)
    },
    saveState: () => state,
    shortages: () => short,
    async dropRefused() {
      await Promise.all([...rooms.values()].map(({ room }) => room.dropRefused()))
    },
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    watch(topic, changed) {
      const watcher = { topic, changed }
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    whenSaved: (ms) =>
      new Promise((resolve, reject) => {
        const done = (finish: () => void) => {
          stop()
          clearTimeout(timer)
          finish()
        }
        const look = () => {
          if (state.kind === 'saved' || state.kind === 'refused') done(resolve)
        }
        const stop = session.subscribe(look)
        const timer = setTimeout(() => done(() => reject(new Error('not saved in time'))), ms)
        look()
      }),
    async leave() {
      if (options.followNetwork) {
        window.removeEventListener('online', followNetwork)
        window.removeEventListener('offline', followNetwork)
      }
      const safe = state.kind === 'saved'
      for (const [name, open] of rooms) {
        clearTimeout(open.timer)
        drop(name)
      }
      listeners.clear()
      watchers.clear()
      if (options.keepHere && safe) await forgetSession(options.sessionId).catch(() => {})
    },
  }
  return session
}

async function askWhoIAm({ relayUrl, sessionId, token }: ConnectOptions): Promise<Self> {
  let answer: Response
  try {
    answer = await fetch(`${relayUrl}/api/sessions/${sessionId}/me`, {
      headers: { Authorization: `Bearer ${token}` },
    })
  } catch {
    throw new Refused('unreachable')
  }
  if (!answer.ok) throw new Refused(answer.status === 404 ? 'notFound' : 'notAdmitted')
  const { memberId, name, role } = meShape.parse(await answer.json())
  return { memberId, name, role }
}

/** The state that matters most when several rooms are open. */
function worst(states: readonly SaveState[]): SaveState {
  const refused = states.find((state) => state.kind === 'refused')
  if (refused) return refused
  for (const kind of ['offline', 'held'] as const) {
    const kept = states.flatMap((state) => (state.kind === kind ? [state.waiting] : []))
    if (kept.length === 0) continue
    const waiting = kept.reduce((sum, each) => sum + each, 0)
    const isDiskFull = kind === 'offline' && states.some((state) => state.kind === kind && state.isDiskFull)
    return { kind, waiting, ...(isDiskFull && { isDiskFull }) }
  }
  return (
    states.find((state) => state.kind === 'saving') ??
    states.find((state) => state.kind === 'opening') ?? { kind: 'saved' }
  )
}
