// All sessions of this desk that are shared online: started, taken up again after a restart, stopped.
import type { Logger } from 'pino'
import type {
  OnlineDoor,
  OnlineSession,
  OnlineState,
  OpenedOnline,
  OpenOnline,
} from '../../shared/relay/online'
import type { Joined } from '../../shared/relay/api'
import { readJoinLink } from '../../shared/relay/onlineAddress'
import type { Library } from '../library/library'
import type { Relay } from '../relay'
import {
  createHosted,
  footingFor,
  hostedDoor,
  inviteHosted,
  joinHosted,
  waitHosted,
  type Footing,
  type HostedDoor,
  type Problem,
} from './hostedSession'
import type { OrganisationKeeper } from './organisation'
import { alone, deskNaming, standingExchange } from './exchangeStanding'
import { usualTiming, type UplinkTiming } from './timing'
import { openUplink, type Uplink } from './uplink'
import { forgetUplink, keepUplink, listUplinks, type UplinkRecord } from './uplinkRecord'

export interface Uplinks {
  /** Undefined while the session is not shared online. */
  of(sessionId: string): OnlineSession | undefined
  /** Shares a session with the organisation's relay; what is shared already stays as it is. */
  start(sessionId: string, name: string): Promise<OnlineSession | Problem>
  /** Makes a session of this desk of the one that a co-facilitator's link leads to, or gives the one that is here. */
  open(asked: OpenOnline): Promise<OpenedOnline | Problem>
  setDoor(sessionId: string, open: boolean): Promise<OnlineDoor | null | Problem | undefined>
  /** A link for one role. */
  invite(
    sessionId: string,
    role: 'coFacilitator' | 'participant' | 'observer',
  ): Promise<{ url: string } | Problem | undefined>
  /** Stops sharing. What is online ends as soon as the hosted relay can be told. */
  stop(sessionId: string): Promise<void>
  /** Ends all lines; they are taken up again when the desk starts the next time. */
  close(): void
}

export interface UplinksNeeds {
  relay: Relay
  organisation: OrganisationKeeper
  log: Logger
  timing?: Partial<UplinkTiming>
  library: Pick<Library, 'addEmpty' | 'ownerOf'>
}

/** A page waits so long (ms) for one answer. */
const holdMs = 25_000

interface Shared {
  record: UplinkRecord
  uplink: Uplink
  guestDoor: HostedDoor
  door: OnlineDoor | null
}

export async function keepUplinks(needs: UplinksNeeds): Promise<Uplinks> {
  const { relay, organisation, log } = needs
  const timing: UplinkTiming = { ...usualTiming, ...needs.timing }
  const shared = new Map<string, Shared>()
  const standing = relay.standingAs(
    'standingHere',
    async (sessionId) => {
      const record = shared.get(sessionId)?.record
      return record && deskNaming(record.ownerId, record.deskId)
    },
    (sessionId) => Date.now() + (shared.get(sessionId)?.record.clockAhead ?? 0),
  )
  const starting = new Map<string, Promise<OnlineSession | Problem>>()

  const open = (record: UplinkRecord) => {
    const keep = (change: Partial<UplinkRecord>) => {
      Object.assign(each.record, change)
      return keepUplink(relay.records, each.record)
    }
    const each: Shared = {
      record,
      guestDoor: hostedDoor(record),
      door: null,
      uplink: openUplink({
        relay,
        record,
        timing,
        log,
        opened: () => {},
        ended(reason) {
          log.warn({ sessionId: record.sessionId, reason }, 'sharing online ended')
          void keep({ ended: reason }).then(() => partFrom(record))
        },
        exchangeStanding: standingExchange(standing, record.sessionId, record, (now) => {
          const clockAhead = now - Date.now()
          if (Math.abs(clockAhead - (each.record.clockAhead ?? 0)) > 500) void keep({ clockAhead })
        }),
        async lookAtDoor() {
          const door = await each.guestDoor.read()
          if (!isProblem(door)) each.door = door
        },
      }),
    }
    shared.set(record.sessionId, each)
    return each
  }
  /** Those who came in online are no members here any more, and whoever sits here leads. */
  const partFrom = async ({ sessionId, ownerId }: UplinkRecord) => {
    await standing.become(sessionId, (now) => alone(now, ownerId))
    await standing.forget(sessionId)
  }
  const take = async (sessionId: string, footing: Footing) => {
    shared.get(sessionId)?.uplink.close()
    const record: UplinkRecord = { sessionId, startedAt: Date.now(), ...footing }
    await keepUplink(relay.records, record)
    await standing.forget(sessionId)
    await standing.begin(sessionId)
    return open(record)
  }
  const forget = async (sessionId: string) => {
    const each = shared.get(sessionId)
    each?.uplink.close()
    if (each) await partFrom(each.record)
    shared.delete(sessionId)
    await forgetUplink(relay.records, sessionId)
  }
  const show = ({ record, uplink, door }: Shared): OnlineSession => {
    const state: OnlineState = record.ended
      ? { kind: 'ended', reason: record.ended }
      : record.isStopping
        ? { kind: 'stopping' }
        : uplink.state()
    return { address: record.address, role: record.role, state, door: state.kind === 'ended' ? null : door }
  }
  const begin = async (sessionId: string, name: string): Promise<OnlineSession | Problem> => {
    const chosen = await organisation.read()
    if (!chosen) return { problem: 'noOrganisation' }
    const deskId = await needs.library.ownerOf(sessionId)
    if (deskId === undefined) return { problem: 'failed' }
    const footing = await createHosted(chosen.address, chosen.key, { name, deskId })
    if (isProblem(footing)) return footing
    const each = await take(sessionId, footing)
    const door = await each.guestDoor.set(true)
    if (!isProblem(door)) each.door = door
    return show(each)
  }

  const takeIn = async (
    address: string,
    { sessionId: onlineId, token }: Joined,
    name: string,
    language: OpenOnline['language'],
  ): Promise<OpenedOnline | Problem> => {
    const known = [...shared.values()].find(
      ({ record }) => record.onlineId === onlineId && record.address === address,
    )
    const knownId = known?.record.sessionId
    if (known && knownId && !known.record.ended) return { state: 'opened', sessionId: knownId }
    const ownerId = knownId && (await needs.library.ownerOf(knownId))
    const session =
      knownId && ownerId ? { sessionId: knownId, ownerId } : await needs.library.addEmpty(language, name)
    const footing = await footingFor(address, onlineId, token, session.ownerId)
    if (isProblem(footing)) return footing
    const { uplink } = await take(session.sessionId, footing)
    // Its pages, so that it does not open as an empty one; on a slow line the rest comes later.
    await equalWithin(uplink, holdMs)
    return { state: 'opened', sessionId: session.sessionId }
  }

  relay.changes.listen(async (change) => {
    const each = shared.get(change.sessionId)
    if (!each) return
    switch (change.kind) {
      case 'deleted':
        return forget(change.sessionId)
      case 'pictures':
        return each.uplink.nudge('pictures')
      case 'locks':
      case 'member':
      case 'removed':
        void standing.note(change.sessionId).catch(() => {})
        return each.uplink.nudge('standing')
      default:
    }
  })
  for (const record of await listUplinks(relay.records))
    if (record.ended) open(record).uplink.close()
    else open(record)

  return {
    of(sessionId) {
      const each = shared.get(sessionId)
      return each && show(each)
    },
    async start(sessionId, name) {
      const each = shared.get(sessionId)
      if (each && !each.record.ended) return show(each)
      const begun = starting.get(sessionId) ?? begin(sessionId, name)
      starting.set(sessionId, begun)
      return begun.finally(() => starting.delete(sessionId))
    },
    async open({ link, name, language, ticket }) {
      const read = readJoinLink(link)
      if (!read) return { problem: 'badLink' }
      const { address, secret } = read
      const came = ticket
        ? await waitHosted(address, ticket, holdMs)
        : await joinHosted(address, secret, name)
      if (isProblem(came)) return came
      if ('ticket' in came) return { state: 'waiting', ticket: came.ticket }
      return takeIn(address, came, name, language)
    },
    async setDoor(sessionId, isOpen) {
      const each = shared.get(sessionId)
      if (!each) return undefined
      const door = await each.guestDoor.set(isOpen)
      if (!isProblem(door)) each.door = door
      return door
    },
    async invite(sessionId, role) {
      const each = shared.get(sessionId)
      return each && inviteHosted(each.record, role)
    },
    stop: forget,
    close() {
      for (const { uplink } of shared.values()) uplink.close()
    },
  }
}

async function equalWithin({ state }: Uplink, ms: number): Promise<void> {
  for (const end = Date.now() + ms; Date.now() < end;) {
    const now = state()
    if (now.kind === 'ended' || (now.kind === 'online' && now.reached)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

export function isProblem(given: object | null): given is Problem {
  return given !== null && 'problem' in given
}
