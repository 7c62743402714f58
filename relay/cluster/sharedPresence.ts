// Who is in a room through other relays: each tells what its own clients show, on the room's channel.
import type { Neighbours, PresenceFollower } from '../neighbours'
import type { Feed } from './feed'
import { keysOf } from './keys'
import type { Neighbourhood } from './neighbourhood'
import { readNews, writeNews } from './news'

export function sharePresence(feed: Feed, neighbourhood: Neighbourhood, prefix: string): Neighbours {
  const { relayId } = neighbourhood
  const open = new Map<PresenceFollower, { ask(): void }>()

  neighbourhood.listen({
    left: (neighbour) => open.forEach((_room, follower) => follower.left(neighbour)),
    returned: () => open.forEach((room) => room.ask()),
  })

  return {
    begin: neighbourhood.begin,
    membersElsewhere: neighbourhood.membersElsewhere,
    openRoom(sessionId, room, follower) {
      const { channel } = keysOf(prefix, sessionId, room)
      const tell = (clients: ReturnType<PresenceFollower['own']>) => {
        if (clients.length > 0)
          void feed.say(channel, writeNews({ kind: 'presence', relayId, clients: [...clients] }))
      }
      const ask = () => void feed.say(channel, writeNews({ kind: 'asks', relayId }))
      const { subscribed, stop } = feed.follow(channel, {
        hear(message) {
          const news = readNews(message)
          if (news?.kind === 'asks' && news.relayId !== relayId) tell(follower.own())
          if (news?.kind === 'presence' && news.relayId !== relayId)
            follower.came(neighbourhood.heardOf(news.relayId), news.clients)
        },
        resume() {
          ask()
          tell(follower.own())
        },
      })
      // While Redis is away nobody can be asked; on its return this one is told to resume.
      subscribed.then(ask, () => {})
      open.set(follower, { ask })
      return {
        tell,
        close() {
          open.delete(follower)
          stop()
        },
      }
    },
  }
}
