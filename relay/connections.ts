// Every open connection, counted by session and by address, and the closing of some of them.
import type { CloseName } from '../shared/relay/closeCodes'
import type { Connection } from './connection'
import type { Bearer, MemberRecord } from './members'

export interface Connections {
  add(connection: Connection): void
  remove(connection: Connection): void
  count(): number
  /** Sessions with an open connection. */
  sessionCount(): number
  ofSession(sessionId: string): ReadonlySet<Connection>
  fromAddress(address: string): number
  /** A member's connections, those of an uplink of theirs apart from their own. */
  ofMember(member: Bearer): number
  /** Members of a session with an open connection of their own. */
  membersHere(sessionId: string): Set<string>
  /** Sessions with an open connection. */
  sessionsHere(): Iterable<string>
  /** Whether anybody who is connected to the session is such a member. */
  isHere(sessionId: string, such: (member: MemberRecord) => boolean): boolean
  closeWhere(name: CloseName, chosen: (connection: Connection) => boolean): void
  all(): Iterable<Connection>
}

const lookEvery = 5000

export interface ConnectionsWatch {
  /** A member's first connection opened, or their last one closed. An uplink's is one too. */
  hereChanged(member: MemberRecord, isHere: boolean): void
}

export function countConnections(watch: ConnectionsWatch): Connections & { stop(): void } {
  const all = new Set<Connection>()
  const bySession = new Map<string, Set<Connection>>()
  const byAddress = new Map<string, number>()
  const none: ReadonlySet<Connection> = new Set()
  const ofSession = (sessionId: string) => bySession.get(sessionId) ?? none
  const isHere: Connections['isHere'] = (sessionId, such) =>
    [...ofSession(sessionId)].some(({ member }) => such(member))
  const isMemberHere = ({ sessionId, memberId }: MemberRecord) =>
    isHere(sessionId, (member) => member.memberId === memberId)
  const timer = setInterval(() => {
    for (const connection of all) connection.look()
  }, lookEvery).unref()

  return {
    add(connection) {
      const { sessionId } = connection.room
      const isFirst = !isMemberHere(connection.member)
      all.add(connection)
      const session = bySession.get(sessionId) ?? new Set()
      bySession.set(sessionId, session.add(connection))
      byAddress.set(connection.address, (byAddress.get(connection.address) ?? 0) + 1)
      if (isFirst) watch.hereChanged(connection.member, true)
    },
    remove(connection) {
      if (!all.delete(connection)) return
      const { sessionId } = connection.room
      const session = bySession.get(sessionId)
      session?.delete(connection)
      if (session?.size === 0) bySession.delete(sessionId)
      const left = (byAddress.get(connection.address) ?? 1) - 1
      if (left > 0) byAddress.set(connection.address, left)
      else byAddress.delete(connection.address)
      if (!isMemberHere(connection.member)) watch.hereChanged(connection.member, false)
    },
    count: () => all.size,
    sessionCount: () => bySession.size,
    ofSession,
    isHere,
    ofMember({ sessionId, memberId, isUplink }) {
      let count = 0
      for (const { member } of ofSession(sessionId))
        if (member.memberId === memberId && member.isUplink === isUplink) count++
      return count
    },
    fromAddress: (address) => byAddress.get(address) ?? 0,
    membersHere: (sessionId) =>
      new Set(
        [...ofSession(sessionId)]
          .filter(({ member }) => !member.isUplink)
          .map(({ member }) => member.memberId),
      ),
    sessionsHere: () => bySession.keys(),
    closeWhere(name, chosen) {
      for (const connection of all) if (chosen(connection)) connection.close(name)
    },
    all: () => all,
    stop: () => clearInterval(timer),
  }
}
