// What a change about a session does to its open rooms and connections.
import type { Changes } from './changes'
import type { Connections } from './connections'
import type { Locks } from './locks'
import type { Members } from './members'
import type { RoomHub } from './roomHub'

export interface FollowNeeds {
  changes: Changes
  connections: Connections
  hub: RoomHub
  locks: Locks
  members: Members
}

export function followChanges({ changes, connections, hub, locks, members }: FollowNeeds): void {
  changes.listen(async (change) => {
    const { sessionId } = change
    switch (change.kind) {
      case 'locks':
        for (const room of await hub.openIn(sessionId)) room.setLocked(await locks.of(sessionId, room.name))
        return
      case 'removed':
        return connections.closeWhere(
          'removed',
          ({ member }) => member.sessionId === sessionId && member.memberId === change.memberId,
        )
      case 'deleted': {
        const rooms = await hub.openIn(sessionId)
        for (const room of rooms) room.closeAll('noSuchRoom')
        await hub.whenSettled().catch(() => {})
        return hub.drop(rooms)
      }
      case 'member': {
        const member = await members.get(sessionId, change.memberId)
        if (!member) return
        for (const connection of connections.ofSession(sessionId))
          if (connection.member.memberId === change.memberId) connection.become(member)
        return
      }
      case 'here':
      case 'waiting':
      case 'invites':
      case 'door':
        return
    }
  })
}
