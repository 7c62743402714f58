// Messages as the relay writes and reads them. Byte by byte they stand in docs/relay-protocol.md.
import { createDecoder, hasContent, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import {
  messageAck,
  messageAuth,
  messageAwareness,
  messageDeflated,
  messageQueryAwareness,
  messageRights,
  messageSessionChanged,
  messageShortages,
  messageSync,
  type RoomRights,
  type SessionTopic,
  type Shortage,
} from '../shared/relay/messages'
import { frameOf, lengthOfVarUint, putVarUint, varUint, type WireFrame } from './wireFrame'

const step1 = 0
const step2 = 1
const update = 2

export type Received =
  | { kind: 'step1'; stateVector: Uint8Array }
  | { kind: 'step2' | 'update'; update: Uint8Array }
  | { kind: 'awareness'; update: Uint8Array }
  | { kind: 'queryAwareness' }
  /** y-websocket's auth message: not used here, and harmless. */
  | { kind: 'auth' }

/** Undefined when `frame` is no message that a client may send. `frame` must own its memory exactly. */
export function readFrame(frame: Uint8Array): Received | undefined {
  try {
    const decoder = createDecoder(frame)
    const type = readVarUint(decoder)
    if (type === messageQueryAwareness) return hasContent(decoder) ? undefined : { kind: 'queryAwareness' }
    if (type === messageAuth) return { kind: 'auth' }
    if (type !== messageSync && type !== messageAwareness) return undefined
    const syncType = type === messageSync ? readVarUint(decoder) : undefined
    const bytes = readVarUint8Array(decoder)
    if (hasContent(decoder)) return undefined
    if (syncType === undefined) return { kind: 'awareness', update: bytes }
    if (syncType === step1) return { kind: 'step1', stateVector: bytes }
    if (syncType === step2) return { kind: 'step2', update: bytes }
    return syncType === update ? { kind: 'update', update: bytes } : undefined
  } catch {
    return undefined
  }
}

const syncFrame = (type: number, bytes: Uint8Array): WireFrame =>
  frameOf([varUint(messageSync), varUint(type), varUint(bytes.length), bytes])
export const step1Frame = (stateVector: Uint8Array): WireFrame => syncFrame(step1, stateVector)
export const step2Frame = (content: Uint8Array): WireFrame => syncFrame(step2, content)
export const updateFrame = (content: Uint8Array): WireFrame => syncFrame(update, content)

/** A message of `length` bytes, deflated (raw). */
export const deflatedFrame = (length: number, deflated: Uint8Array): WireFrame =>
  frameOf([varUint(messageDeflated), varUint(length), varUint(deflated.length), deflated])

export const ackFrame = (count: number): WireFrame => frameOf([varUint(messageAck), varUint(count)])

const jsonFrame = (type: number, value: unknown): WireFrame => {
  const json = Buffer.from(JSON.stringify(value))
  return frameOf([varUint(type), varUint(json.length), json])
}
export const rightsFrame = (rights: RoomRights): WireFrame => jsonFrame(messageRights, rights)
export const sessionChangedFrame = (topics: readonly SessionTopic[]): WireFrame =>
  jsonFrame(messageSessionChanged, topics)

export const shortagesFrame = (shortages: readonly Shortage[]): WireFrame =>
  jsonFrame(messageShortages, shortages)

/** One client's presence as it stands in an awareness message; `json` is `null` for one who left. */
export function presenceEntry(clientId: number, clock: number, json: string): Uint8Array {
  const length = Buffer.byteLength(json)
  const numbers = [clientId, clock, length]
  let at = 0
  const entry = Buffer.allocUnsafe(numbers.reduce((sum, each) => sum + lengthOfVarUint(each), length))
  for (const each of numbers) at = putVarUint(entry, at, each)
  entry.write(json, at)
  return entry
}

/** The state in a {@link presenceEntry}. */
export function jsonOf(entry: Uint8Array): string {
  const decoder = createDecoder(entry)
  readVarUint(decoder)
  readVarUint(decoder)
  return readVarString(decoder)
}

/**
 * All `entries` in one awareness message. Without any it says nothing, and keeps a stock client from giving up.
 * @param count how many they are, where several follow each other in one piece.
 */
export function awarenessFrame(entries: readonly Uint8Array[], count = entries.length): WireFrame {
  const length = entries.reduce((sum, entry) => sum + entry.length, lengthOfVarUint(count))
  return frameOf([varUint(messageAwareness), varUint(length), varUint(count), ...entries])
}

export interface PresenceClaim {
  clientId: number
  clock: number
  /** JSON that has not been looked into. */
  json: string
}

/** What an awareness update claims, or undefined when it cannot be read or names more clients than `most`. */
export function readAwareness(bytes: Uint8Array, most: number): PresenceClaim[] | undefined {
  try {
    const decoder = createDecoder(bytes)
    const count = readVarUint(decoder)
    if (count > most) return undefined
    const claims: PresenceClaim[] = []
    for (let i = 0; i < count; i++)
      claims.push({
        clientId: readVarUint(decoder),
        clock: readVarUint(decoder),
        json: readVarString(decoder),
      })
    return hasContent(decoder) ? undefined : claims
  } catch {
    return undefined
  }
}
