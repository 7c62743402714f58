// What a change about a session does to its open rooms and connections.
import type { Changes } from './changes'
import type { Connections } from './connections'
import type { Locks } from './locks'
import { faceOf, type Members } from './members'
import type { Quotas } from './quotas'
import type { RoomHub } from './roomHub'

export interface FollowNeeds {
  changes: Changes
  connections: Connections
  hub: RoomHub
  locks: Locks
  members: Members
  quotas: Quotas
}

export function followChanges({ changes, connections, hub, locks, members, quotas }: FollowNeeds): void {
  const lockAnew = async (sessionId: string) => {
    for (const room of await hub.openIn(sessionId)) room.setLocked(await locks.of(sessionId, room.name))
  }
  const closeOf = (sessionId: string, memberId: string) =>
    connections.closeWhere(
      'removed',
      ({ member }) => member.sessionId === sessionId && member.memberId === memberId,
    )
  const readAnew = async (sessionId: string, memberId: string) => {
    const member = await members.get(sessionId, memberId)
    if (!member) return closeOf(sessionId, memberId)
    for (const connection of connections.ofSession(sessionId))
      if (connection.member.memberId === memberId) connection.become(member)
      else if (connection.speaksFor) connection.room.setFace(connection, faceOf(member))
  }

  changes.listen(async (change) => {
    const { sessionId } = change
    switch (change.kind) {
      case 'locks':
        return lockAnew(sessionId)
      case 'removed':
        return closeOf(sessionId, change.memberId)
      case 'deleted': {
        const rooms = await hub.openIn(sessionId)
        for (const room of rooms) room.closeAll('noSuchRoom')
        await hub.whenSettled().catch(() => {})
        return hub.drop(rooms)
      }
      case 'member':
        return readAnew(sessionId, change.memberId)
      case 'pictures':
        return quotas.picturesChanged(sessionId)
      case 'here':
      case 'waiting':
      case 'invites':
      case 'door':
        return
    }
  })

  changes.listenForMissed(async () => {
    for (const sessionId of new Set(connections.sessionsHere())) {
      await lockAnew(sessionId)
      const memberIds = [...connections.ofSession(sessionId)].map(({ member }) => member.memberId)
      for (const memberId of new Set(memberIds)) await readAnew(sessionId, memberId)
    }
  })
}
