// Moves a session's whole content into the relay's store and out of it.
import * as Y from 'yjs'
import { roomPath } from '../../shared/file/manifest'
import type { RoomName } from '../../shared/relay/roles'
import { OutOfSpace } from '../diskWatch'
import type { Relay, SessionFacts } from '../relay'
import { RoomDamaged } from '../storage'
import type { SessionContent } from './sessionContent'

export interface StoredContent extends SessionContent {
  /** What is damaged on the disk and therefore not in here, as paths inside a file. */
  unread: string[]
}

/**
 * The content of a session as it is now, as far as it is sound; its `control` may be an empty document. Throws
 * {@link RoomDamaged} when not one room of it can be read.
 */
export async function readStored(relay: Relay, sessionId: string): Promise<StoredContent> {
  const rooms = new Map<RoomName, Uint8Array>()
  const unread: string[] = []
  for (const room of await relay.rooms.list(sessionId)) {
    const update = await unlessDamaged(relay.rooms.read(sessionId, room))
    if (update) rooms.set(room, update)
    else unread.push(roomPath(room))
  }
  if (rooms.size === 0 && unread.length > 0) throw new RoomDamaged('no room of the session can be read')
  if (!rooms.has('control')) rooms.set('control', Y.encodeStateAsUpdate(new Y.Doc()))
  const assets = new Map<string, Uint8Array>()
  for (const { sha256 } of await relay.assets.list(sessionId)) {
    const asset = await relay.assets.get(sessionId, sha256)
    if (asset) assets.set(sha256, asset.bytes)
  }
  return { rooms, assets, unread }
}

const unlessDamaged = (reading: Promise<Uint8Array>): Promise<Uint8Array | undefined> =>
  reading.catch((problem: unknown) => {
    if (problem instanceof RoomDamaged) return undefined
    throw problem
  })

export interface Stored {
  sessionId: string
  /** A facilitator's token for it. */
  token: string
  memberId: string
  /** Pictures that the relay would not take (not a picture, too large, too many). */
  refusedAssets: string[]
}

/** Makes a new session of `content`. When writing fails, nothing of it stays, and the error is thrown on. */
export async function store(relay: Relay, content: SessionContent, facts: SessionFacts): Promise<Stored> {
  const { sessionId, token, memberId } = await relay.sessions.create(facts)
  try {
    const refusedAssets: string[] = []
    for (const [sha256, bytes] of content.assets) {
      const stored = await relay.assets.put(sessionId, bytes)
      if ('kind' in stored && stored.kind === 'diskFull') throw new OutOfSpace()
      if ('kind' in stored || stored.sha256 !== sha256) refusedAssets.push(sha256)
    }
    // `control` last: before it is there, nobody sees pages whose content is not.
    const inOrder = [...content.rooms].sort(([a], [b]) => Number(a === 'control') - Number(b === 'control'))
    for (const [room, update] of inOrder) await relay.rooms.write(sessionId, room, update)
    return { sessionId, token, memberId, refusedAssets }
  } catch (problem) {
    await relay.sessions.delete(sessionId).catch(() => undefined)
    throw problem
  }
}
