// All sessions of this desk that are shared online: started, taken up again after a restart, stopped.
import type { Logger } from 'pino'
import type { Joined } from '../../shared/relay/api'
import type { OnlineDoor, OnlineSession, OpenedOnline, OpenOnline } from '../../shared/relay/online'
import { readJoinLink } from '../../shared/relay/onlineAddress'
import type { Library } from '../library/library'
import type { Relay } from '../relay'
import { keepEndings } from './endHosted'
import type { HostedRights } from './hostedRights'
import {
  createHosted,
  footingFor,
  isProblem,
  joinHosted,
  leaveSession,
  waitHosted,
  type Footing,
  type Problem,
} from './hostedSession'
import type { OrganisationKeeper } from './organisation'
import { openShared, type SharedSession } from './sharedSession'
import { usualTiming, type UplinkTiming } from './timing'
import { forgetUplink, keepUplink, listUplinks, type UplinkRecord } from './uplinkRecord'

export interface Uplinks {
  /** Undefined while the session is not shared online. */
  of(sessionId: string): OnlineSession | undefined
  /** Shares a session with the organisation's relay; what is shared already stays as it is. */
  start(sessionId: string, name: string): Promise<OnlineSession | Problem>
  /** Makes a session of this desk of the one that a co-facilitator's link leads to, or gives the one that is here. */
  open(asked: OpenOnline): Promise<OpenedOnline | Problem>
  setDoor(sessionId: string, open: boolean): Promise<OnlineDoor | null | Problem | undefined>
  /** What those who lead decide there; undefined while the session is not shared online. */
  rightsOf(sessionId: string): HostedRights | undefined
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

export async function keepUplinks(needs: UplinksNeeds): Promise<Uplinks> {
  const { relay, organisation, log, library } = needs
  const timing: UplinkTiming = { ...usualTiming, ...needs.timing }
  const shared = new Map<string, SharedSession>()
  const starting = new Map<string, Promise<OnlineSession | Problem>>()
  const endings = await keepEndings(relay.records, timing.look)
  const standing = relay.standingAs(
    'standingHere',
    async (sessionId) => shared.get(sessionId)?.naming,
    (sessionId) => Date.now() + (shared.get(sessionId)?.record.clockAhead ?? 0),
  )

  const open = (record: UplinkRecord) => {
    const { sessionId } = record
    const over = () => void forget(sessionId).catch(() => {})
    const each = openShared({ relay, standing, timing, log, over }, record)
    shared.set(sessionId, each)
    return each
  }
  const take = async (sessionId: string, footing: Footing) => {
    shared.get(sessionId)?.close()
    const record: UplinkRecord = { sessionId, startedAt: Date.now(), ...footing }
    await keepUplink(relay.records, record)
    await standing.forget(sessionId)
    await standing.begin(sessionId)
    return open(record)
  }
  const forget = async (sessionId: string) => {
    await shared.get(sessionId)?.part()
    shared.delete(sessionId)
    await forgetUplink(relay.records, sessionId)
  }
  /** The session is gone here; what is online of it goes too. */
  const drop = async ({ record, close }: SharedSession) => {
    close()
    shared.delete(record.sessionId)
    if (!record.ended) await endings.begin(record, record.role)
    await standing.forget(record.sessionId)
    await forgetUplink(relay.records, record.sessionId)
  }

  const begin = async (sessionId: string, name: string): Promise<OnlineSession | Problem> => {
    const chosen = await organisation.read()
    if (!chosen) return { problem: 'noOrganisation' }
    const deskId = await library.ownerOf(sessionId)
    if (deskId === undefined) return { problem: 'failed' }
    const footing = await createHosted(chosen.address, chosen.key, { name, deskId })
    if (isProblem(footing)) return footing
    const each = await take(sessionId, footing)
    await each.setDoor(true)
    return each.show()
  }
  const takeIn = async (
    address: string,
    member: Joined,
    { name, language }: Pick<OpenOnline, 'name' | 'language'>,
  ): Promise<OpenedOnline | Problem> => {
    const { sessionId: onlineId, token } = member
    const known = [...shared.values()].find(
      ({ record }) => record.onlineId === onlineId && record.address === address,
    )
    if (known && !known.record.ended) {
      // Here already, as somebody else: the new one is not needed.
      await leaveSession(address, member)
      return { state: 'opened', sessionId: known.record.sessionId }
    }
    const session = known
      ? { sessionId: known.record.sessionId, ownerId: known.record.deskId }
      : await library.addEmpty(language, name)
    const footing = await footingFor(address, onlineId, token, session.ownerId)
    if (isProblem(footing)) return footing
    const each = await take(session.sessionId, footing)
    // Its pages, so that it does not open as an empty one; on a slow line the rest comes later.
    await equalWithin(each, holdMs)
    return { state: 'opened', sessionId: session.sessionId }
  }

  relay.changes.listen(async (change) => {
    const each = shared.get(change.sessionId)
    switch (each && change.kind) {
      case 'deleted':
        return drop(each!)
      case 'pictures':
        return each!.uplink.nudge('pictures')
      case 'locks':
      case 'member':
      case 'removed':
        void standing.note(change.sessionId).catch(() => {})
        return each!.uplink.nudge('standing')
      default:
    }
  })
  for (const record of await listUplinks(relay.records)) open(record)

  return {
    of: (sessionId) => shared.get(sessionId)?.show(),
    async start(sessionId, name) {
      const each = shared.get(sessionId)
      if (each && !each.record.ended) return each.show()
      const begun = starting.get(sessionId) ?? begin(sessionId, name)
      starting.set(sessionId, begun)
      return begun.finally(() => starting.delete(sessionId))
    },
    async open(asked) {
      const read = readJoinLink(asked.link)
      if (!read) return { problem: 'badLink' }
      const { address, secret } = read
      const came = asked.ticket
        ? await waitHosted(address, asked.ticket, holdMs)
        : await joinHosted(address, secret, asked.name)
      if (isProblem(came)) return came
      return 'ticket' in came ? { state: 'waiting', ticket: came.ticket } : takeIn(address, came, asked)
    },
    setDoor: async (sessionId, isOpen) => shared.get(sessionId)?.setDoor(isOpen),
    rightsOf: (sessionId) => shared.get(sessionId)?.rights,
    stop: async (sessionId) => shared.get(sessionId)?.stop(),
    close() {
      endings.stop()
      for (const each of shared.values()) each.close()
    },
  }
}

async function equalWithin({ show }: SharedSession, ms: number): Promise<void> {
  for (const end = Date.now() + ms; Date.now() < end;) {
    const { state } = show()
    if (state.kind === 'ended' || (state.kind === 'online' && state.reached)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
