// Every open connection, counted by session and by address, and the closing of some of them.
import type { CloseName } from '../shared/relay/closeCodes'
import type { Connection } from './connection'

export interface Connections {
  add(connection: Connection): void
  remove(connection: Connection): void
  count(): number
  /** Sessions with an open connection. */
  sessionCount(): number
  ofSession(sessionId: string): ReadonlySet<Connection>
  fromAddress(address: string): number
  /** Members of a session with an open connection of their own. */
  membersHere(sessionId: string): Set<string>
  /** Sessions with an open connection. */
  sessionsHere(): Iterable<string>
  closeWhere(name: CloseName, chosen: (connection: Connection) => boolean): void
  all(): Iterable<Connection>
}

const lookEvery = 5000

export function countConnections(): Connections & { stop(): void } {
  const all = new Set<Connection>()
  const bySession = new Map<string, Set<Connection>>()
  const byAddress = new Map<string, number>()
  const none: ReadonlySet<Connection> = new Set()
  const timer = setInterval(() => {
    for (const connection of all) connection.look()
  }, lookEvery).unref()

  return {
    add(connection) {
      const { sessionId } = connection.room
      all.add(connection)
      const session = bySession.get(sessionId) ?? new Set()
      bySession.set(sessionId, session.add(connection))
      byAddress.set(connection.address, (byAddress.get(connection.address) ?? 0) + 1)
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
    },
    count: () => all.size,
    sessionCount: () => bySession.size,
    ofSession: (sessionId) => bySession.get(sessionId) ?? none,
    fromAddress: (address) => byAddress.get(address) ?? 0,
    membersHere: (sessionId) =>
      new Set(
        [...(bySession.get(sessionId) ?? none)]
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
