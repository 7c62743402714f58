// Whether a room opens, and with everything that was written in it.
import * as Y from 'yjs'
import type { RoomName } from '../../shared/relay/roles'
import { unpackContent } from '../content'
import { mergeRoom } from '../merging'
import { readUpdate } from '../readUpdate'
import type { LogEntry, RoomLog, Storage } from '../storage'
import type { Finding } from './findings'

export interface RoomPlace {
  sessionId: string
  room: RoomName
  /** Numbers of the updates that were set aside. */
  aside: ReadonlySet<number>
}

export async function verifyRoom(
  storage: Storage,
  { sessionId, room, aside }: RoomPlace,
): Promise<{ updates: number; findings: Finding[] }> {
  const where = { sessionId, room }
  const findings: Finding[] = aside.size > 0 ? [{ kind: 'setAside', ...where }] : []
  let stored: RoomLog
  try {
    stored = await storage.openLog(sessionId, room)
  } catch {
    return { updates: 0, findings: [...findings, { kind: 'snapshot', ...where }] }
  }
  const { snapshot, entries } = stored
  stored.close()

  if (missesSome(snapshot?.upTo ?? 0, entries, aside)) findings.push({ kind: 'entryLost', ...where })
  const sound = entries.filter((entry) => {
    const isSound = readUpdate(new Uint8Array(entry.update)) !== undefined
    if (!isSound) findings.push({ kind: 'entry', ...where, seq: entry.seq })
    return isSound
  })
  const base = snapshot ? [snapshot.content] : []
  const merged = mergeRoom([...base, ...sound.map(({ update }) => update)])
  for (const index of merged.unusable)
    if (index < base.length) findings.push({ kind: 'snapshotUnusable', ...where })
    else findings.push({ kind: 'entryUnusable', ...where, seq: sound[index - base.length]!.seq })
  if (hasWaiting(unpackContent(merged.content))) findings.push({ kind: 'waiting', ...where })
  return { updates: entries.length, findings }
}

function missesSome(upTo: number, entries: readonly LogEntry[], aside: ReadonlySet<number>): boolean {
  let expected = upTo + 1
  for (const { seq = 0 } of entries) {
    for (; expected < seq; expected++) if (!aside.has(expected)) return true
    expected = seq + 1
  }
  return false
}

/** True when some of it builds on what is not there. */
function hasWaiting(update: Uint8Array): boolean {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  const { pendingStructs, pendingDs } = doc.store
  doc.destroy()
  return pendingStructs !== null || pendingDs !== null
}
