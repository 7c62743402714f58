// An organisation's relay, a line to it, and desks that share online: what the uplink's tests begin with.
import { z } from 'zod'
import * as Y from 'yjs'
import { openTestDesk, type TestDesk } from '../../relay/desk/testDesk'
import type { Doorway, Relay } from '../../relay/relay'
import { openedOnline, onlineSession, type OnlineSession } from '../../shared/relay/online'
import type { UplinkTiming } from '../../relay/uplink/timing'
import type { Limits } from '../../shared/relay/limits'
import type { RoomName } from '../../shared/relay/roles'
import {
  connectByHand,
  readStates,
  startTestRelay,
  until,
  type HandMade,
  type TestRelay,
} from '../relay/harness'
import { openBadLine, type BadLine } from './badLine'
import { quick } from './quick'

export interface Online {
  hosted: TestRelay
  line: BadLine
  /** A desk that knows the organisation. */
  desk(): Promise<OnlineDesk>
  end(): Promise<void>
}

export interface OnlineDesk extends SharingDesk {
  line: BadLine
}

/** A desk that knows the organisation, whatever lies between them. */
export interface SharingDesk extends TestDesk {
  newSession(): Promise<string>
  share(sessionId: string): Promise<OnlineSession>
  state(sessionId: string): Promise<OnlineSession | undefined>
  /** Waits until all that is on this desk's disk is online too. */
  reached(sessionId: string): Promise<void>
  /** Opens an online workshop by its link. */
  openOnline(link: string): Promise<string>
  ownToken(sessionId: string, name?: string): Promise<string>
}

export async function startOnline(limits: Partial<Limits> = {}): Promise<Online> {
  const doorway: Doorway = {
    open: async ({ secret }) => {
      const { url } = hosted.relay
      return [{ interface: 'relay', shortUrl: url, url: `${url}/#join=${secret}` }]
    },
    closed: async () => {},
  }
  const hosted = await startTestRelay({ keepDoors: true, doorway, limits })
  const line = await openBadLine(hosted.relay.url)
  const desks: OnlineDesk[] = []
  const lines: BadLine[] = [line]
  return {
    hosted,
    line,
    async desk() {
      const own = desks.length === 0 ? line : await openBadLine(hosted.relay.url)
      if (own !== line) lines.push(own)
      const desk = await openOnlineDesk(own, hosted.relay.key)
      desks.push(desk)
      return desk
    },
    async end() {
      for (const desk of desks) await desk.end()
      for (const each of lines) await each.close()
      await hosted.stop()
    },
  }
}

export async function openOnlineDesk(line: BadLine, key: string): Promise<OnlineDesk> {
  const desk = await openSharingDesk(line.address, key, quick)
  return Object.assign(desk, { line })
}

export async function openSharingDesk(
  address: string,
  key: string,
  timing: Partial<UplinkTiming> = {},
): Promise<SharingDesk> {
  const test = await openTestDesk({ uplinkTiming: timing })
  await test.ask('PUT', '/api/online/organisation', { address, key })
  const desk: SharingDesk = Object.assign(test, {
    async newSession() {
      const made = await test.ask('POST', '/api/library', { title: 'Byns kök', template: 'empty' })
      const { sessionId } = z.object({ sessionId: z.string() }).parse(made.json)
      // The page opens it, and so there is somebody who leads.
      await desk.ownToken(sessionId, 'Astrid')
      return sessionId
    },
    async share(sessionId: string) {
      const answer = await test.ask('POST', `/api/online/sessions/${sessionId}`, { name: 'Astrid' })
      return onlineSession.parse(answer.json)
    },
    async state(sessionId: string) {
      const answer = await test.ask('GET', `/api/online/sessions/${sessionId}`)
      return onlineSession.safeParse(answer.json).data
    },
    reached: (sessionId: string) =>
      until(
        async () => {
          const state = (await desk.state(sessionId))?.state
          return state?.kind === 'online' && state.reached
        },
        'everything has reached online',
        20_000,
      ),
    async openOnline(link: string) {
      const { hash } = new URL(link)
      const answer = await test.ask('POST', '/api/online/open', {
        link: `${address}/${hash}`,
        name: 'Bo',
      })
      const opened = openedOnline.parse(answer.json)
      if (opened.state !== 'opened') throw new Error('it waits')
      return opened.sessionId
    },
    async ownToken(sessionId: string, name = 'Astrid') {
      const answer = await test.ask('POST', `/api/library/${sessionId}/open`, { name })
      return z.object({ token: z.string() }).parse(answer.json).token
    },
  })
  return desk
}

/** The ids that a shared session has online and its own members there. */
export async function onlineIds(desk: TestDesk): Promise<{ onlineId: string; ownerId: string }> {
  const [record] = await desk.desk.relay.records.listRecords('uplink')
  return z.object({ onlineId: z.string(), ownerId: z.string() }).parse(record?.value)
}

/** A member with a connection to a room, which has what is there. */
export async function enter(url: string, sessionId: string, room: string, token: string): Promise<HandMade> {
  const hand = connectByHand({ url, sessionId, room, token })
  await hand.opened
  hand.sendStep1()
  await until(() => hand.heard.some(({ kind }) => kind === 'step2'), `${room} answers`)
  return hand
}

/** Somebody who writes in a room, each edit under a key of its own. */
export interface Writer extends HandMade {
  write(key: string, value?: string): void
  /** Keys whose edit was acknowledged. */
  safe(): string[]
  /** Whom the relay shows. */
  present(): { user: { memberId: string; name: string; role: string } }[]
}

export async function enterToWrite(
  url: string,
  sessionId: string,
  room: string,
  token: string,
): Promise<Writer> {
  const hand = await enter(url, sessionId, room, token)
  const own = new Y.Doc()
  const keys: string[] = []
  own.on('update', (update: Uint8Array) => {
    Y.applyUpdate(hand.doc, update)
    hand.sendUpdate(update)
  })
  return Object.assign(hand, {
    write(key: string, value = key) {
      keys.push(key)
      own.getMap('map').set(key, value)
    },
    safe: () => keys.slice(0, hand.acked()),
    present: () => presentTo(hand),
  })
}

const state = z.object({ user: z.object({ memberId: z.string(), name: z.string(), role: z.string() }) })

/** Whom a client has been shown and not seen leave. */
export function presentTo(hand: HandMade): z.infer<typeof state>[] {
  const seen = new Map<number, unknown>()
  for (const each of hand.heard)
    if (each.kind === 'awareness') for (const [id, shown] of readStates(each.bytes)) seen.set(id, shown)
  return [...seen.values()].flatMap((shown) => state.safeParse(shown).data ?? [])
}

export async function contentOf(relay: Relay, sessionId: string, room: RoomName): Promise<Y.Doc> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await relay.rooms.read(sessionId, room))
  return doc
}

export async function keysIn(relay: Relay, sessionId: string, room: RoomName): Promise<string[]> {
  return [...(await contentOf(relay, sessionId, room)).getMap('map').keys()].sort()
}
