// Channels of Redis: who listens to which, also after the connection was lost and found again.
import type { RedisLinks } from './redis'

export interface Listener {
  hear(message: Buffer): void
  /** Messages may have been missed: the connection is back. */
  resume(): void
}

export interface Feed {
  /**
   * From when `subscribed` resolves nothing said on the channel is missed. It rejects while Redis is away; then the
   * listener is told to resume when Redis is back, unless it has stopped.
   */
  follow(channel: string, listener: Listener): { subscribed: Promise<unknown>; stop(): void }
  /** Everybody who follows the channel hears it, this relay included. False when Redis is away. */
  say(channel: string, message: Uint8Array): Promise<boolean>
}

export function openFeed({ listens, speaks }: RedisLinks): Feed {
  const followed = new Map<string, Set<Listener>>()

  listens.on('messageBuffer', (channel: Buffer, message: Buffer) => {
    for (const listener of followed.get(channel.toString()) ?? []) listener.hear(message)
  })
  const subscribeAgain = async () => {
    try {
      if (followed.size > 0) await listens.subscribe(...followed.keys())
    } catch {
      // Lost once more: being ready will call this again.
      return
    }
    for (const listeners of followed.values()) for (const listener of listeners) listener.resume()
  }
  listens.on('ready', () => void subscribeAgain())

  return {
    follow(channel, listener) {
      const listeners = followed.get(channel) ?? new Set()
      followed.set(channel, listeners.add(listener))
      return {
        subscribed: listens.subscribe(channel),
        stop() {
          listeners.delete(listener)
          if (listeners.size > 0 || followed.get(channel) !== listeners) return
          followed.delete(channel)
          listens.unsubscribe(channel).catch(() => {})
        },
      }
    },
    async say(channel, message) {
      try {
        // Of other arrays of bytes the driver would make text.
        const { buffer, byteOffset, byteLength } = message
        await speaks.publish(channel, Buffer.from(buffer, byteOffset, byteLength))
        return true
      } catch {
        return false
      }
    },
  }
}
