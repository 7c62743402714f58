// One session of the desk kept equal with the same session on the hosted relay: all its rooms and pictures, over one
// line that comes back by itself.
import type { Logger } from 'pino'
import type { EndReason, HoldReason, OnlineProblem, OnlineState } from '../../shared/relay/online'
import type { RoomName } from '../../shared/relay/roles'
import { roomList } from '../../shared/relay/uplink'
import type { Relay } from '../relay'
import { askHosted } from './askHosted'
import { assetExchange, type AssetOutcome } from './exchangeAssets'
import { oneAtATime } from './oneAtATime'
import { meaningOf, openRoomLine, type LineEnd, type RoomLine } from './roomLine'
import { pauseBefore, type UplinkTiming } from './timing'
import type { UplinkRecord } from './uplinkRecord'

export interface UplinkNeeds {
  relay: Relay
  record: UplinkRecord
  timing: UplinkTiming
  log: Logger
  /** The hosted relay will have no more of it. */
  ended(reason: EndReason): void
  /** Makes both sides stand the same beside the content; says whether they do. */
  exchangeStanding(): Promise<boolean>
  /** Looks at what is of the hosted relay alone, such as its door. */
  look(): Promise<void>
}

/** What there is to look at beside the content. */
type Part = 'rooms' | 'standing' | 'pictures' | 'door'
const everyPart: readonly Part[] = ['standing', 'rooms', 'pictures', 'door']

/** Which part a topic of message 102 is about. */
const partOf: Record<string, Part | undefined> = {
  self: 'standing',
  members: 'standing',
  locks: 'standing',
  waiting: 'door',
  door: 'door',
  pictures: 'pictures',
}

export interface Uplink {
  state(): OnlineState
  isOpen(): boolean
  /** Something beside the content is another here. */
  nudge(part: 'standing' | 'pictures'): void
  /** True when all that the hosted relay has accepted by now is on disk here, and the other way round. */
  settle(): Promise<boolean>
  close(): void
}

interface Followed {
  line?: RoomLine
  tries: number
  timer?: ReturnType<typeof setTimeout>
  held?: HoldReason
}

export function openUplink(needs: UplinkNeeds): Uplink {
  const { relay, record, timing, log } = needs
  const { sessionId, address, onlineId, token, ownerId } = record
  const place = { address, onlineId, token }
  const followed = new Map<RoomName, Followed>()
  const exchangePictures = assetExchange(relay, sessionId, place)
  let pictures: AssetOutcome = 'cut'
  let standsEqual = false
  let cutAt: number | undefined
  let problem: OnlineProblem = 'unreachable'
  let ended: EndReason | undefined
  let isClosed = record.ended !== undefined
  /** What is still to be looked at before it can be said that all has reached online. */
  const due = new Set<Part>(everyPart)
  let soon: ReturnType<typeof setTimeout> | undefined

  // The room `control` stands for the line: the others are only tried while it is open.
  const isUp = () => Boolean(followed.get('control')?.line?.isOpen())

  const stopLine = (each: Followed) => {
    clearTimeout(each.timer)
    delete each.timer
    each.line?.close()
    delete each.line
  }
  const end = (reason: EndReason) => {
    if (ended) return
    ended = reason
    for (const each of followed.values()) stopLine(each)
    needs.ended(reason)
  }
  const connect = (room: RoomName) => {
    const each = followed.get(room)
    if (!each || each.line || isClosed || ended) return
    clearTimeout(each.timer)
    each.line = openRoomLine({
      rooms: relay.rooms,
      sessionId,
      room,
      place,
      ownerId,
      timing,
      log,
      opened: () => opened(room, each),
      changed: () => {
        delete each.held
        // A page that was added shows first in `control`, whose content the relay does not read.
        if (room === 'control') lookSoon('rooms')
      },
      told: (topics) => {
        for (const topic of topics) {
          const part = partOf[String(topic)]
          if (part) lookSoon(part)
        }
      },
      ended: (ending) => lost(room, each, ending),
    })
  }
  const opened = (room: RoomName, each: Followed) => {
    each.tries = 0
    if (room !== 'control') return
    cutAt = undefined
    for (const other of followed.keys()) connect(other)
    void lookAtAll()
  }
  const lost = (room: RoomName, each: Followed, ending: LineEnd) => {
    delete each.line
    if (isClosed || ended) return
    const meaning = meaningOf(ending)
    if (meaning.kind === 'ended') return end(meaning.reason)
    if (meaning.kind === 'held') each.held = meaning.reason
    if (room === 'control') {
      if (meaning.kind === 'cut') problem = meaning.problem
      cutAt ??= Date.now()
      for (const other of followed.values()) if (other !== each) stopLine(other)
    } else if (!isUp()) return
    each.tries++
    const pause = meaning.kind === 'held' ? timing.heldPause : pauseBefore(each.tries, timing)
    each.timer = setTimeout(() => connect(room), pause)
  }
  const follow = (room: RoomName) => {
    if (followed.has(room)) return
    followed.set(room, { tries: 0 })
    if (room === 'control' || isUp()) connect(room)
  }

  const lookAtRooms = async () => {
    for (const room of await relay.rooms.list(sessionId)) follow(room)
    const there = await askHosted(`${address}/api/sessions/${onlineId}/rooms`, roomList, { bearer: token })
    if (there.ok) for (const room of there.value.rooms) follow(room)
    return there.ok
  }
  const lookAt = async (part: Part): Promise<boolean> => {
    switch (part) {
      case 'rooms':
        return lookAtRooms()
      case 'standing':
        return (standsEqual = await needs.exchangeStanding())
      case 'pictures':
        return (pictures = await exchangePictures()) !== 'cut'
      case 'door':
        await needs.look()
        return true
    }
  }
  const look = oneAtATime(async () => {
    for (const part of everyPart) {
      if (isClosed || ended || !isUp()) return
      if (!due.delete(part)) continue
      try {
        if (!(await lookAt(part))) due.add(part)
      } catch (error) {
        due.add(part)
        log.error({ sessionId, part, reason: String(error) }, 'looking at what is online failed')
      }
    }
  })
  const lookNow = () => {
    clearTimeout(soon)
    soon = undefined
    return look()
  }
  const lookSoon = (part: Part) => {
    due.add(part)
    soon ??= setTimeout(lookNow, 100)
  }
  const lookAtAll = () => {
    everyPart.forEach((part) => due.add(part))
    return lookNow()
  }
  const looking = setInterval(lookAtAll, timing.look)

  follow('control')
  const stopFollowing = relay.rooms.onOpen((openedIn, room) => {
    if (openedIn === sessionId) follow(room)
  })

  const isEqual = () =>
    due.size === 0 &&
    standsEqual &&
    pictures === 'equal' &&
    [...followed.values()].every(({ line }) => line?.isEqual())
  return {
    state() {
      if (ended) return { kind: 'ended', reason: ended }
      if (isUp()) {
        const held = [...followed.values()].find((each) => each.held)?.held
        return { kind: 'online', reached: isEqual(), held: held ?? (pictures === 'held' ? 'tooLarge' : null) }
      }
      return cutAt === undefined ? { kind: 'connecting' } : { kind: 'cut', since: cutAt, problem }
    },
    isOpen: isUp,
    nudge: lookSoon,
    async settle() {
      await lookAtAll()
      const lines = [...followed.values()].map(({ line }) => line)
      const all = await Promise.all(lines.map((line) => line?.fetchAll() ?? false))
      if (all.includes(false)) return false
      await lookAtAll()
      return isEqual()
    },
    close() {
      isClosed = true
      stopFollowing()
      clearInterval(looking)
      clearTimeout(soon)
      for (const each of followed.values()) stopLine(each)
    },
  }
}
