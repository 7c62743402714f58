// One room's connection to the relay: a y-websocket provider, what is unsaved, and what this member may do.
import { readVarString, readVarUint } from 'lib0/decoding'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { closeNameOf, type CloseName } from '../../shared/relay/closeCodes'
import {
  messageAck,
  messageRights,
  messageSessionChanged,
  messageShortages,
  sessionTopics,
  shortages as allShortages,
  tokenProtocolPrefix,
  type RoomRights,
  type SessionTopic,
  type Shortage,
} from '../../shared/relay/messages'
import { mayWrite, unlocked, type RoomName } from '../../shared/relay/roles'
import { takeDeflated } from './deflated'
import type { KeptChanges } from './keptChanges'
import type { Room, SaveState, Self } from './session'
import { countUnsaved } from './unsaved'

/** After so many ms without an acknowledgement the connection counts as gone, whatever the socket says. */
const slowAfter = 6000
/** Refusals that trying again cannot mend. */
const final: readonly CloseName[] = [
  'notAdmitted',
  'noSuchRoom',
  'removed',
  'writeRefused',
  'malformed',
  'messageTooLarge',
  'roomDamaged',
  'mended',
  'roomFull',
  'sessionFull',
  'tooManyRooms',
]
/** Of these, the ones that the same changes would meet with again. */
const wouldBeAgain: readonly CloseName[] = ['malformed', 'messageTooLarge', 'roomFull', 'sessionFull']

export interface RoomOptions {
  name: RoomName
  sessionId: string
  self: Self
  relayUrl: string
  token: string
  kept: KeptChanges
  /** The relay says that these parts of the session changed. */
  sessionChanged?(topics: readonly SessionTopic[]): void
  /** The class of socket to use; tests in Node bring their own. */
  Socket?: typeof WebSocket
}

export interface OpenRoom extends Room {
  /** Stops and starts trying to connect, when the host knows that the network went or came. */
  setOnline(online: boolean): void
  /** Forgets what was kept of changes that the relay will never take. */
  dropRefused(): Promise<void>
  close(): void
}

/** Opens a room and stays connected until `close`. What was kept here is in the document before the relay is asked. */
export function openRoom(options: RoomOptions): OpenRoom {
  const { name, self, kept } = options
  const doc = new Y.Doc()
  const unsaved = countUnsaved()
  const listeners = new Set<() => void>()
  /** Keys of kept changes, by the number of the change. */
  const keptKeys = new Map<number, Promise<number>>()
  let rights: RoomRights = mayWrite(self.role, name, unlocked)
    ? { canWrite: true }
    : { canWrite: false, reason: 'role' }
  let refused: CloseName | null = null
  let isDiskFull = false
  let shortages: readonly Shortage[] = []
  let everOpened = false
  let slow = false
  let slowTimer: ReturnType<typeof setTimeout> | undefined
  let closed = false
  let state: SaveState = { kind: 'opening' }

  class CountingSocket extends (options.Socket ?? WebSocket) {
    override send(frame: ArrayBufferView<ArrayBuffer>): void {
      unsaved.sending(frame as Uint8Array<ArrayBuffer>)
      super.send(frame)
    }
  }

  const provider = new WebsocketProvider(
    `${options.relayUrl.replace(/^http/, 'ws').replace(/\/$/, '')}/sync/${options.sessionId}`,
    name,
    doc,
    {
      connect: false,
      disableBc: true,
      params: { acks: '1' },
      protocols: [tokenProtocolPrefix + options.token],
      WebSocketPolyfill: CountingSocket,
      shouldReconnect: (event) => !final.includes(closeNameOf(event.code) ?? 'restarting'),
    },
  )

  takeDeflated(provider)

  const currentState = (): SaveState => {
    if (refused) return { kind: 'refused', name: refused }
    const waiting = unsaved.waiting()
    if (!provider.wsconnected || (slow && waiting > 0 && rights.canWrite))
      return everOpened || waiting > 0 || isDiskFull
        ? { kind: 'offline', waiting, ...(isDiskFull && { isDiskFull }) }
        : { kind: 'opening' }
    if (!everOpened) return { kind: 'opening' }
    if (waiting > 0 && !rights.canWrite) return { kind: 'held', waiting }
    return waiting > 0 || !provider.synced ? { kind: 'saving' } : { kind: 'saved' }
  }
  const tell = () => {
    const next = currentState()
    if (JSON.stringify(next) !== JSON.stringify(state)) state = next
    listeners.forEach((changed) => changed())
  }
  const watchSlowness = () => {
    if (slowTimer !== undefined || unsaved.waiting() === 0) return
    slowTimer = setTimeout(() => {
      slow = unsaved.waiting() > 0
      slowTimer = undefined
      tell()
    }, slowAfter)
  }

  const remember = (update: Uint8Array) => {
    const number = unsaved.made()
    keptKeys.set(
      number,
      kept.keep(update).catch(() => -1),
    )
    watchSlowness()
    tell()
  }
  const forgetUpTo = async (safe: number) => {
    const keys: Promise<number>[] = []
    for (const [number, key] of keptKeys) {
      if (number > safe) continue
      keys.push(key)
      keptKeys.delete(number)
    }
    await kept.forget((await Promise.all(keys)).filter((key) => key >= 0))
  }

  // Before the provider's own listener, so that a change has its number when its frame leaves.
  doc.off('update', provider._updateHandler)
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== provider && origin !== kept) remember(update)
  })
  doc.on('update', provider._updateHandler)

  provider.messageHandlers[messageAck] = (_encoder, decoder) => {
    const safe = unsaved.acknowledged(readVarUint(decoder))
    slow = false
    clearTimeout(slowTimer)
    slowTimer = undefined
    watchSlowness()
    void forgetUpTo(safe)
    tell()
  }
  provider.messageHandlers[messageRights] = (_encoder, decoder) => {
    const told = JSON.parse(readVarString(decoder)) as Partial<RoomRights>
    if (told.canWrite !== true) shortages = []
    rights = told.canWrite === true ? { canWrite: true } : { canWrite: false, reason: told.reason ?? 'role' }
    tell()
  }
  provider.messageHandlers[messageSessionChanged] = (_encoder, decoder) => {
    const told: unknown = JSON.parse(readVarString(decoder))
    // A newer relay may tell of what this page does not know.
    options.sessionChanged?.(sessionTopics.filter((topic) => Array.isArray(told) && told.includes(topic)))
  }
  provider.messageHandlers[messageShortages] = (_encoder, decoder) => {
    const told: unknown = JSON.parse(readVarString(decoder))
    shortages = allShortages.filter((what) => Array.isArray(told) && told.includes(what))
    tell()
  }
  const opened = new Promise<void>((resolve) => {
    provider.on('sync', (synced: boolean) => {
      if (synced && !everOpened) {
        everOpened = true
        resolve()
      }
      tell()
    })
  })
  provider.on('status', ({ status }: { status: string }) => {
    if (status === 'connected') {
      unsaved.connected()
      isDiskFull = false
      shortages = []
      // What was told while there was no connection is unknown.
      if (name === 'control') options.sessionChanged?.(sessionTopics)
    }
    tell()
  })
  provider.on('connection-close', (event: CloseEvent | null) => {
    if (event) isDiskFull = closeNameOf(event.code) === 'diskFull'
    tell()
  })
  provider.on('closed', ({ code }: { code: number }) => {
    refused = closeNameOf(code) ?? 'notAdmitted'
    tell()
  })

  void kept
    .read()
    .catch(() => [])
    .then((rows) => {
      if (closed) return
      for (const { key, update } of rows) {
        Y.applyUpdate(doc, update, kept)
        keptKeys.set(unsaved.made(), Promise.resolve(key))
      }
      provider.connect()
      tell()
    })

  return {
    name,
    doc,
    awareness: provider.awareness,
    opened,
    rights: () => rights,
    saveState: () => state,
    shortages: () => shortages,
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    setOnline(online) {
      if (refused) return
      if (online) provider.connect()
      else provider.disconnect()
      tell()
    },
    async dropRefused() {
      if (refused && wouldBeAgain.includes(refused)) await forgetUpTo(Infinity)
    },
    close() {
      closed = true
      clearTimeout(slowTimer)
      listeners.clear()
      provider.destroy()
      provider.awareness.destroy()
      doc.destroy()
    },
  }
}
