// One session that is shared online, as the facilitator's page is told of it: how it stands, its door there, its end.
import type { Logger } from 'pino'
import type { WaitingRoom } from '../../shared/relay/api'
import type { OnlineDoor, OnlineSession, OnlineState } from '../../shared/relay/online'
import type { Relay } from '../relay'
import { endHosted } from './endHosted'
import { alone, deskNaming, standingExchange } from './exchangeStanding'
import { hostedRights, type HostedRights } from './hostedRights'
import { hostedDoor, isProblem, type Problem } from './hostedSession'
import type { KeptStanding } from './keepStanding'
import { valueOf } from './standing'
import type { UplinkTiming } from './timing'
import { openUplink, type Uplink } from './uplink'
import { keepUplink, type UplinkRecord } from './uplinkRecord'

export interface SharedSession {
  readonly record: UplinkRecord
  readonly naming: ReturnType<typeof deskNaming>
  readonly uplink: Uplink
  show(): OnlineSession
  setDoor(open: boolean): Promise<OnlineDoor | null | Problem>
  /** What those who lead decide there. */
  readonly rights: HostedRights
  /** Stops sharing: at once for the page, and there as soon as the hosted relay can be told. */
  stop(): Promise<void>
  /** Ends the line; it can be taken up again from the record. */
  close(): void
  /** Ends the line for good: those who came in online are no members here any more, and whoever sits here leads. */
  part(): Promise<void>
}

export interface SharedNeeds {
  relay: Relay
  standing: KeptStanding
  timing: UplinkTiming
  log: Logger
  /** The hosted relay was told of the end. */
  over(): void
}

export function openShared(needs: SharedNeeds, record: UplinkRecord): SharedSession {
  const { relay, standing, timing, log } = needs
  const { sessionId, ownerId } = record
  const hosted = hostedDoor(record)
  const rights = hostedRights(record)
  let door: OnlineDoor | null = null
  let waiting: WaitingRoom | null = null
  let isFinishing = false

  const takeWaiting = (answer: WaitingRoom | Problem) => {
    if (!isProblem(answer)) waiting = answer
    return answer
  }
  const keep = (change: Partial<UplinkRecord>) => {
    Object.assign(record, change)
    return keepUplink(relay.records, record)
  }
  const exchange = standingExchange(standing, sessionId, record, (answer) => {
    const clockAhead = answer.now - Date.now()
    const role = valueOf(answer.standing, 'role', ownerId) ?? record.role
    if (role !== record.role || Math.abs(clockAhead - (record.clockAhead ?? 0)) > 500)
      void keep({ clockAhead, role })
  })
  const finish = async () => {
    if (!record.isStopping || isFinishing || !uplink.isOpen()) return
    isFinishing = true
    try {
      if (await endHosted(record, record.role, () => settled(uplink, timing))) needs.over()
    } finally {
      isFinishing = false
    }
  }
  const part = async () => {
    uplink.close()
    await standing.become(sessionId, (now) => alone(now, ownerId))
    await standing.forget(sessionId)
  }
  const uplink = openUplink({
    relay,
    record,
    timing,
    log,
    ended(reason) {
      log.warn({ sessionId, reason }, 'sharing online ended')
      if (record.isStopping) return needs.over()
      void keep({ ended: reason }).then(part)
    },
    exchangeStanding: exchange,
    async look() {
      const found = await hosted.read()
      if (!isProblem(found)) door = found
      takeWaiting(await rights.readWaiting())
      void finish()
    },
  })
  const state = (): OnlineState => {
    if (record.ended) return { kind: 'ended', reason: record.ended }
    return record.isStopping ? { kind: 'stopping' } : uplink.state()
  }
  return {
    record,
    naming: deskNaming(ownerId, record.deskId),
    uplink,
    show() {
      const now = state()
      const isShut = now.kind === 'ended' || now.kind === 'stopping'
      const { address, role } = record
      return { address, role, state: now, door: isShut ? null : door, waiting: isShut ? null : waiting }
    },
    async setDoor(open) {
      const set = await hosted.set(open)
      if (!isProblem(set)) door = set
      return set
    },
    rights: {
      ...rights,
      switchWaiting: async (isOn) => takeWaiting(await rights.switchWaiting(isOn)),
      settleWaiting: async (ids, how) => takeWaiting(await rights.settleWaiting(ids, how)),
    },
    async stop() {
      if (record.ended) return needs.over()
      await keep({ isStopping: true })
      void finish()
    },
    close: uplink.close,
    part,
  }
}

/** What is equal now may have been written to a moment ago: some tries. */
async function settled(uplink: Uplink, timing: UplinkTiming): Promise<boolean> {
  for (let tries = 0; tries < 20 && uplink.isOpen(); tries++) {
    if (await uplink.settle()) return true
    await new Promise((resolve) => setTimeout(resolve, timing.pause))
  }
  return false
}
