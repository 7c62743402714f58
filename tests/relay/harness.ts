// A relay in this process and clients of two kinds: the stock provider, and one that speaks the bytes by hand.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { startRelay } from '../../relay/startRelay'
import type { Relay, RelayOptions } from '../../relay/relay'
import type { RoomRights, SessionTopic, Shortage } from '../../shared/relay/messages'

export interface TestRelay {
  relay: Relay
  dataDir: string
  stop(): Promise<void>
}

export async function startTestRelay(options: Partial<RelayOptions> = {}): Promise<TestRelay> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'samverkstad-relay-')))
  const relay = await startRelay({ ...options, dataDir })
  return {
    relay,
    dataDir,
    async stop() {
      await relay.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export interface Place {
  url: string
  sessionId: string
  room: string
  token: string
}

/** The provider as it comes from npm, with nothing of ours. */
export function connectStock({ url, sessionId, room, token }: Place, doc = new Y.Doc()): WebsocketProvider {
  return new WebsocketProvider(`${url.replace('http', 'ws')}/sync/${sessionId}`, room, doc, {
    params: { token },
    disableBc: true,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  })
}

export type Heard =
  | { kind: 'step1' | 'step2' | 'update' | 'awareness'; bytes: Uint8Array }
  | { kind: 'deflated'; bytes: Uint8Array; message: Heard }
  | { kind: 'ack'; count: number }
  | { kind: 'rights'; rights: RoomRights }
  | { kind: 'changed'; topics: SessionTopic[] }
  | { kind: 'shortages'; shortages: Shortage[] }

/** A client that writes its own frames and notes all that it hears. */
export interface HandMade {
  socket: WebSocket
  doc: Y.Doc
  heard: Heard[]
  send(bytes: Uint8Array): void
  sendStep1(stateVector?: Uint8Array): void
  sendStep2(update: Uint8Array): void
  sendUpdate(update: Uint8Array): void
  sendAwareness(entries: { clientId: number; clock: number; json: string }[]): void
  acked(): number
  rights(): RoomRights | undefined
  /** What it was last told to be short. */
  shortages(): Shortage[] | undefined
  closed: Promise<{ code: number; reason: string }>
  opened: Promise<void>
}

export function connectByHand(
  place: Place,
  options: { acks?: boolean; deflate?: boolean; protocol?: boolean } = {},
): HandMade {
  const { url, sessionId, room, token } = place
  const query = new URLSearchParams()
  if (options.acks ?? true) query.set('acks', '1')
  if (options.deflate) query.set('deflate', '1')
  if (!options.protocol) query.set('token', token)
  const socket = new WebSocket(
    `${url.replace('http', 'ws')}/sync/${sessionId}/${room}?${query}`,
    options.protocol ? [`samverkstad.${token}`] : [],
  )
  socket.binaryType = 'nodebuffer'
  const doc = new Y.Doc()
  const heard: Heard[] = []
  socket.on('message', (data: Buffer) => {
    const message = readMessage(new Uint8Array(data))
    heard.push(message)
    const plain = message.kind === 'deflated' ? message.message : message
    if (plain.kind === 'step2' || plain.kind === 'update') Y.applyUpdate(doc, plain.bytes)
  })
  socket.on('error', () => {})
  const sync = (type: number, bytes: Uint8Array) => {
    const encoder = createEncoder()
    writeVarUint(encoder, 0)
    writeVarUint(encoder, type)
    writeVarUint8Array(encoder, bytes)
    socket.send(toUint8Array(encoder))
  }
  return {
    socket,
    doc,
    heard,
    send: (bytes) => socket.send(bytes),
    sendStep1: (stateVector = new Uint8Array([0])) => sync(0, stateVector),
    sendStep2: (update) => sync(1, update),
    sendUpdate: (update) => sync(2, update),
    sendAwareness: (entries) => socket.send(awarenessMessage(entries)),
    acked: () => heard.reduce((most, each) => (each.kind === 'ack' ? Math.max(most, each.count) : most), 0),
    rights: () => heard.findLast((each) => each.kind === 'rights')?.rights,
    shortages: () => heard.findLast((each) => each.kind === 'shortages')?.shortages,
    closed: new Promise((resolve) =>
      socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() })),
    ),
    opened: new Promise((resolve) => socket.on('open', () => resolve())),
  }
}

export function awarenessMessage(
  entries: readonly { clientId: number; clock: number; json: string }[],
): Uint8Array {
  const inner = createEncoder()
  writeVarUint(inner, entries.length)
  for (const { clientId, clock, json } of entries) {
    writeVarUint(inner, clientId)
    writeVarUint(inner, clock)
    writeVarUint8Array(inner, new TextEncoder().encode(json))
  }
  const encoder = createEncoder()
  writeVarUint(encoder, 1)
  writeVarUint8Array(encoder, toUint8Array(inner))
  return toUint8Array(encoder)
}

/** States by client id in an awareness update. */
export function readStates(bytes: Uint8Array): Map<number, Record<string, unknown> | null> {
  const decoder = createDecoder(bytes)
  const states = new Map<number, Record<string, unknown> | null>()
  for (let left = readVarUint(decoder); left > 0; left--) {
    const clientId = readVarUint(decoder)
    readVarUint(decoder)
    states.set(clientId, JSON.parse(readVarString(decoder)) as Record<string, unknown> | null)
  }
  return states
}

function readMessage(frame: Uint8Array): Heard {
  const decoder = createDecoder(frame)
  const type = readVarUint(decoder)
  if (type === 0) {
    const kind = (['step1', 'step2', 'update'] as const)[readVarUint(decoder)]!
    return { kind, bytes: readVarUint8Array(decoder) }
  }
  if (type === 1) return { kind: 'awareness', bytes: readVarUint8Array(decoder) }
  if (type === 100) return { kind: 'ack', count: readVarUint(decoder) }
  if (type === 101) return { kind: 'rights', rights: JSON.parse(readVarString(decoder)) as RoomRights }
  if (type === 102) return { kind: 'changed', topics: JSON.parse(readVarString(decoder)) as SessionTopic[] }
  if (type === 104) return { kind: 'shortages', shortages: JSON.parse(readVarString(decoder)) as Shortage[] }
  if (type === 103) {
    const length = readVarUint(decoder)
    const inflated = inflateRawSync(readVarUint8Array(decoder))
    if (inflated.length !== length) throw new Error(`${inflated.length} bytes instead of ${length}`)
    return { kind: 'deflated', bytes: frame, message: readMessage(new Uint8Array(inflated)) }
  }
  throw new Error(`unknown message type ${type}`)
}

/** One update that sets `key` in the map `map`, made by a document of its own. */
export function oneEdit(key: string, value: unknown, clientId?: number): Uint8Array {
  const doc = new Y.Doc()
  if (clientId !== undefined) doc.clientID = clientId
  doc.getMap('map').set(key, value)
  return Y.encodeStateAsUpdate(doc)
}

export async function until(holds: () => boolean | Promise<boolean>, what: string, ms = 8000): Promise<void> {
  const end = Date.now() + ms
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
