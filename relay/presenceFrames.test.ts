import fc from 'fast-check'
import { expect, test } from 'vitest'
import { presenceEntry, readAwareness } from './frames'
import { framePresence } from './presenceFrames'
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import type { WireFrame } from './wireFrame'

/** The clients that a frame speaks of, with what it says of them. */
function saidIn(frame: WireFrame | undefined): [number, string][] {
  if (!frame) return []
  const decoder = createDecoder(new Uint8Array(frame.message))
  readVarUint(decoder)
  return readAwareness(readVarUint8Array(decoder).slice(), 1000)!.map(({ clientId, json }) => [
    clientId,
    json,
  ])
}

test('everybody is told all that changed but for their own, whoever shows how many', () => {
  const shown = fc.record({ connection: fc.integer({ min: 0, max: 4 }), json: fc.json({ maxDepth: 1 }) })
  fc.assert(
    fc.property(fc.array(shown, { maxLength: 12 }), (all) => {
      const changes = all.map(({ connection, json }, clientId) => ({
        connection,
        clientId,
        memberId: String(connection),
        clock: 1,
        claimedClock: 1,
        entry: presenceEntry(clientId, 1, json),
        hasLeft: false,
      }))
      const frameFor = framePresence(changes)
      for (let connection = 0; connection < 6; connection++)
        expect(saidIn(frameFor(connection))).toEqual(
          all.flatMap((each, clientId) => (each.connection === connection ? [] : [[clientId, each.json]])),
        )
    }),
  )
})
