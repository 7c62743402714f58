// Reads everything that a relay keeps and tries it: every record, every room's snapshot and log, every picture. Changes
// nothing that is stored.
import type { RoomName } from '../../shared/relay/roles'
import { formatKey, type LevelStorage } from '../levelStorage'
import type { PictureFiles } from '../pictureFiles'
import { isDamage, type Finding } from './findings'
import { verifyPictures } from './verifyPictures'
import { verifyRoom } from './verifyRoom'

export interface Report {
  /** Nothing is damaged. */
  sound: boolean
  sessions: number
  records: number
  rooms: number
  updates: number
  pictures: number
  findings: Finding[]
}

const assetKey = /^rec!asset!([^!]+)!([0-9a-f]{64})$/

/** @param root folder of the pictures. */
export async function verifyStore(
  storage: LevelStorage,
  pictures: PictureFiles,
  root: string,
): Promise<Report> {
  const findings: Finding[] = []
  const rooms = new Map<string, { sessionId: string; room: RoomName; aside: Set<number> }>()
  const kept = new Set<string>()
  let records = 0
  let sessions = 0

  const roomOf = (key: string) => {
    const [, sessionId = '', room = ''] = key.split('!', 3)
    const id = `${sessionId}!${room}`
    const known = rooms.get(id) ?? { sessionId, room: room as RoomName, aside: new Set<number>() }
    rooms.set(id, known)
    return known
  }
  const readRecord = (key: string, bytes: Uint8Array) => {
    records++
    if (key.startsWith('rec!session!')) sessions++
    const [, sessionId, sha256] = assetKey.exec(key) ?? []
    if (sessionId && sha256) kept.add(`${sessionId}/${sha256}`)
    // Keys hold ids and hashes, and nobody's name.
    if (!isJson(bytes)) findings.push({ kind: 'record', name: key.slice('rec!'.length) })
  }
  try {
    for await (const [key, bytes] of storage.entries()) {
      if (key.startsWith('rec!')) readRecord(key, bytes)
      else if (key !== formatKey) {
        const room = roomOf(key)
        if (key.startsWith('aside!')) room.aside.add(parseInt(key.slice(key.lastIndexOf('!') + 1), 36))
        if (key.startsWith('room!') && !isJson(bytes)) findings.push({ kind: 'record', name: key })
      }
    }
  } catch {
    findings.push({ kind: 'database' })
  }

  let updates = 0
  for (const room of rooms.values()) {
    const verified = await verifyRoom(storage, room)
    updates += verified.updates
    findings.push(...verified.findings)
  }
  findings.push(...(await verifyPictures(pictures, root, kept)))
  const counts = { sessions, records, rooms: rooms.size, updates, pictures: kept.size }
  return { sound: !findings.some(isDamage), ...counts, findings }
}

function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return true
  } catch {
    return false
  }
}
