// What relays tell one another about a room, on the room's channel. The first byte says which kind it is.
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import type { ShownClient } from '../neighbours'

/** Each relay writes each room under a name of its own, made when it opens the room, and counts from 1. */
export interface Signature {
  writer: string
  number: number
}

export type News =
  /** Accepted, and not in the log yet. */
  | ({ kind: 'fresh'; update: Uint8Array; author?: string | undefined } & Signature)
  /** In the log; written by the script that puts it there. */
  | { kind: 'kept'; entries: (Signature & { seq: number })[] }
  /** A snapshot covers the log up to `seq`. */
  | { kind: 'covered'; seq: number }
  | { kind: 'presence'; relayId: string; clients: ShownClient[] }
  /** A relay wants to know who is here. */
  | { kind: 'asks'; relayId: string }

/** As in the script of scripts.ts. */
const letters = { fresh: 'f', kept: 'k', covered: 'c', presence: 'p', asks: 'a' } as const

export function writeNews(news: Exclude<News, { kind: 'kept' }>): Uint8Array {
  if (news.kind === 'covered') return Buffer.from(`c${news.seq}`)
  if (news.kind === 'asks') return Buffer.from(`a${news.relayId}`)
  const encoder = createEncoder()
  writeVarUint(encoder, letters[news.kind].charCodeAt(0))
  if (news.kind === 'fresh') {
    writeVarString(encoder, news.writer)
    writeVarUint(encoder, news.number)
    writeVarUint8Array(encoder, news.update)
    writeVarString(encoder, news.author ?? '')
    return toUint8Array(encoder)
  }
  writeVarString(encoder, news.relayId)
  writeVarUint(encoder, news.clients.length)
  for (const { clientId, memberId, clock, hasLeft, entry } of news.clients) {
    writeVarUint(encoder, clientId)
    writeVarString(encoder, memberId)
    writeVarUint(encoder, clock)
    writeVarUint(encoder, hasLeft ? 1 : 0)
    writeVarUint8Array(encoder, entry)
  }
  return toUint8Array(encoder)
}

/** Undefined for what a relay of another version may say. Throws when it is cut. */
export function readNews(message: Buffer): News | undefined {
  const rest = () => message.toString('latin1', 1)
  switch (String.fromCharCode(message[0] ?? 0)) {
    case letters.fresh: {
      const decoder = createDecoder(message.subarray(1))
      const writer = readVarString(decoder)
      const number = readVarUint(decoder)
      // Memory of its own: the driver's buffers are shared, and the update stays.
      const update = new Uint8Array(readVarUint8Array(decoder))
      return { kind: 'fresh', writer, number, update, author: readVarString(decoder) || undefined }
    }
    case letters.kept:
      return {
        kind: 'kept',
        entries: rest()
          .split(',')
          .map((entry) => {
            const [writer = '', number, seq] = entry.split(' ')
            return { writer, number: Number(number), seq: Number(seq) }
          }),
      }
    case letters.covered:
      return { kind: 'covered', seq: Number(rest()) }
    case letters.asks:
      return { kind: 'asks', relayId: rest() }
    case letters.presence: {
      const decoder = createDecoder(message.subarray(1))
      const relayId = readVarString(decoder)
      const clients: ShownClient[] = []
      for (let left = readVarUint(decoder); left > 0; left--)
        clients.push({
          clientId: readVarUint(decoder),
          memberId: readVarString(decoder),
          clock: readVarUint(decoder),
          hasLeft: readVarUint(decoder) === 1,
          entry: new Uint8Array(readVarUint8Array(decoder)),
        })
      return { kind: 'presence', relayId, clients }
    }
    default:
      return undefined
  }
}
