// Moves a session's whole content into the relay's store and out of it.
import * as Y from 'yjs'
import type { RoomName } from '../../shared/relay/roles'
import { OutOfSpace } from '../diskWatch'
import type { Relay, SessionFacts } from '../relay'
import type { SessionContent } from './sessionContent'

/** The content of a session as it is now; its `control` may be an empty document. */
export async function readStored(relay: Relay, sessionId: string): Promise<SessionContent> {
  const rooms = new Map<RoomName, Uint8Array>()
  for (const room of await relay.rooms.list(sessionId))
    rooms.set(room, await relay.rooms.read(sessionId, room))
  if (!rooms.has('control')) rooms.set('control', Y.encodeStateAsUpdate(new Y.Doc()))
  const assets = new Map<string, Uint8Array>()
  for (const { sha256 } of await relay.assets.list(sessionId)) {
    const asset = await relay.assets.get(sessionId, sha256)
    if (asset) assets.set(sha256, asset.bytes)
  }
  return { rooms, assets }
}

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
      if ('kind' in stored) refusedAssets.push(sha256)
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
