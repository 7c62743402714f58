// Newcomers who wait until a leader lets them in. A ticket is a secret, stored hashed; let in, it is the token.
import type { WaitingAnswer, WaitingRoom as Listed } from '../shared/relay/api'
import type { Limits } from '../shared/relay/limits'
import type { Role } from '../shared/relay/roles'
import type { Changes } from './changes'
import type { Invites } from './invites'
import type { Members } from './members'
import { hashSecret, newId, newSecret } from './secrets'
import type { Storage } from './storage'

interface Waiting {
  sessionId: string
  /** Becomes the member's id. */
  id: string
  hash: string
  name: string
  role: Role
  /** The invite they came by, if any. */
  invite?: string
  since: number
  expiresAt: number
  state: 'waiting' | 'admitted' | 'refused'
}

/** Who was refused can learn of it for so long (ms). */
const refusedFor = 10 * 60_000

export interface WaitingRoom {
  isOn(sessionId: string): Promise<boolean>
  /** Turned off, it lets in everybody who waits. */
  setOn(sessionId: string, isOn: boolean): Promise<void>
  /** A ticket, or `full`. */
  wait(
    way: { sessionId: string; role: Role; invite?: string },
    name: string,
  ): Promise<{ ticket: string } | 'full'>
  list(sessionId: string): Promise<Listed['people']>
  /** Lets in or refuses those of `ids` who wait. */
  settle(sessionId: string, ids: readonly string[], state: 'admitted' | 'refused'): Promise<void>
  /** What became of a ticket; undefined when it is unknown or has expired. */
  look(ticket: string): Promise<WaitingAnswer | undefined>
  /** Resolves when something was decided about the ticket, or after `ms`, or when it is asked for again. */
  whenSettled(ticket: string, ms: number, gone: AbortSignal): Promise<void>
  /** They do not want to wait any longer. */
  giveUp(ticket: string): Promise<void>
  deleteAll(sessionId: string): Promise<void>
  /** Answers everybody who is held. */
  close(): void
}

export interface WaitingNeeds {
  storage: Storage
  changes: Changes
  members: Members
  invites: Invites
  limits: Pick<Limits, 'waitingPerSession' | 'waitingMs'>
}

export function openWaitingRoom({ storage, changes, members, invites, limits }: WaitingNeeds): WaitingRoom {
  const settingKey = (sessionId: string) => `waitingRoom!${sessionId}`
  const keyOf = (sessionId: string, id: string) => `waiting!${sessionId}!${id}`
  const ticketKey = (hash: string) => `ticket!${hash}`
  /** Requests held until something is decided, by the id of who waits. */
  const held = new Map<string, () => void>()
  changes.listen((change) => {
    if (change.kind === 'waiting') for (const id of change.settled ?? []) held.get(id)?.()
  })

  const wakeAll = () => {
    for (const wake of held.values()) wake()
  }
  changes.listenForMissed(wakeAll)

  const drop = async (waiting: Waiting) => {
    await storage.deleteRecords([keyOf(waiting.sessionId, waiting.id), ticketKey(waiting.hash)])
    if (waiting.state === 'waiting' && waiting.invite !== undefined) await invites.giveBack(waiting.invite)
  }
  const all = async (sessionId: string) =>
    (await storage.listRecords(`waiting!${sessionId}`)).map(({ value }) => value as Waiting)
  const current = async (sessionId: string) => {
    const found = await all(sessionId)
    const old = found.filter((each) => each.expiresAt <= Date.now())
    for (const each of old) await drop(each)
    return found.filter((each) => !old.includes(each) && each.state === 'waiting')
  }
  const find = async (ticket: string) => {
    const hash = hashSecret(ticket)
    const bound = (await storage.getRecord(ticketKey(hash))) as Pick<Waiting, 'sessionId' | 'id'> | undefined
    return (await storage.getRecord(keyOf(bound?.sessionId ?? '-', bound?.id ?? '-'))) as Waiting | undefined
  }
  /** May happen twice, when the relay died in between: the second time changes nothing. */
  const letIn = async ({ sessionId, id, role, name, hash }: Waiting) => {
    await members.admit(sessionId, id, role, name, hash)
    await storage.deleteRecords([keyOf(sessionId, id), ticketKey(hash)])
    await changes.tell({ kind: 'member', sessionId, memberId: id })
  }

  const room: WaitingRoom = {
    isOn: async (sessionId) => (await storage.getRecord(settingKey(sessionId))) === true,
    async setOn(sessionId, isOn) {
      if (isOn) await storage.putRecords([{ key: settingKey(sessionId), value: true }])
      else await storage.deleteRecords([settingKey(sessionId)])
      const people = isOn ? [] : await current(sessionId)
      if (people.length > 0)
        await room.settle(
          sessionId,
          people.map(({ id }) => id),
          'admitted',
        )
      else await changes.tell({ kind: 'waiting', sessionId })
    },
    async wait({ sessionId, role, invite }, name) {
      if ((await current(sessionId)).length >= limits.waitingPerSession) return 'full'
      const [ticket, id, now] = [newSecret(), newId(), Date.now()]
      const waiting: Waiting = {
        sessionId,
        id,
        hash: hashSecret(ticket),
        name,
        role,
        ...(invite !== undefined && { invite }),
        since: now,
        expiresAt: now + limits.waitingMs,
        state: 'waiting',
      }
      await storage.putRecords([
        { key: keyOf(sessionId, id), value: waiting },
        { key: ticketKey(waiting.hash), value: { sessionId, id } },
      ])
      await changes.tell({ kind: 'waiting', sessionId })
      return { ticket }
    },
    list: async (sessionId) =>
      (await current(sessionId))
        .sort((a, b) => a.since - b.since)
        .map(({ id, name, role, since }) => ({ id, name, role, since })),
    async settle(sessionId, ids, state) {
      const settled: string[] = []
      for (const id of new Set(ids)) {
        let isMine = false
        const waiting = await storage.updateRecord<Waiting>(keyOf(sessionId, id), (stored) => {
          isMine = stored?.state === 'waiting' && stored.expiresAt > Date.now()
          if (!isMine) return stored
          return { ...stored!, state, ...(state === 'refused' && { expiresAt: Date.now() + refusedFor }) }
        })
        if (!isMine || !waiting) continue
        settled.push(id)
        if (state === 'admitted') await letIn(waiting)
        else if (waiting.invite !== undefined) await invites.giveBack(waiting.invite)
      }
      await changes.tell({ kind: 'waiting', sessionId, settled })
    },
    async look(ticket) {
      const waiting = await find(ticket)
      if (waiting?.state === 'admitted') await letIn(waiting)
      const member = await members.find(ticket)
      if (member) {
        const { sessionId, role, memberId } = member
        return { state: 'joined', sessionId, token: ticket, role, memberId }
      }
      if (!waiting) return undefined
      if (waiting.expiresAt > Date.now() && waiting.state !== 'admitted') return { state: waiting.state }
      await drop(waiting)
      return undefined
    },
    async whenSettled(ticket, ms, gone) {
      const waiting = await find(ticket)
      if (waiting?.state !== 'waiting') return
      held.get(waiting.id)?.()
      let timer: ReturnType<typeof setTimeout> | undefined
      const settled = new Promise<void>((resolve) => {
        held.set(waiting.id, resolve)
        timer = setTimeout(resolve, ms)
        gone.addEventListener('abort', () => resolve(), { once: true })
      })
      const wake = held.get(waiting.id)
      // It may have been decided while we were about to wait.
      if ((await find(ticket))?.state === 'waiting') await settled
      clearTimeout(timer)
      if (held.get(waiting.id) === wake) held.delete(waiting.id)
    },
    async giveUp(ticket) {
      const waiting = await find(ticket)
      if (waiting?.state !== 'waiting') return
      await drop(waiting)
      await changes.tell({ kind: 'waiting', sessionId: waiting.sessionId, settled: [waiting.id] })
    },
    async deleteAll(sessionId) {
      const found = await all(sessionId)
      await storage.deleteRecords([
        settingKey(sessionId),
        ...found.flatMap(({ id, hash }) => [keyOf(sessionId, id), ticketKey(hash)]),
      ])
      await changes.tell({ kind: 'waiting', sessionId, settled: found.map(({ id }) => id) })
    },
    close: wakeAll,
  }
  return room
}
