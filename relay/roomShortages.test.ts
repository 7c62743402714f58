import { createDecoder, readVarString, readVarUint } from 'lib0/decoding'
import { expect, test } from 'vitest'
import { messageShortages, type Shortage } from '../shared/relay/messages'
import type { Role } from '../shared/relay/roles'
import { roomShortages, type Hearer } from './roomShortages'

/** A room with three people in it, and what each was last told. */
function room(own: readonly Shortage[], isLow: boolean) {
  const told = new Map<Role, string>()
  const peers = (['facilitator', 'participant', 'projector'] as const).map((role): Hearer => ({
    role,
    wantsAcks: role !== 'projector',
    send({ message }) {
      const decoder = createDecoder(message)
      expect(readVarUint(decoder)).toBe(messageShortages)
      told.set(role, (JSON.parse(readVarString(decoder)) as Shortage[]).join())
    },
  }))
  const quota = { stops: () => undefined, count() {}, shortages: () => own, close() {} }
  const disk = { isLow: () => isLow, isFull: () => false, listen: () => () => {} }
  const [leader, participant, line] = peers as [Hearer, Hearer, Hearer]
  return {
    shortages: roomShortages({ disk, quota: () => quota, writers: () => peers }),
    told,
    leader,
    participant,
    line,
  }
}

test('what is short here and what is short elsewhere are told together, each once; the disk to who leads', () => {
  const { shortages, told, line } = room(['session'], false)
  shortages.takeWord(line, ['disk', 'room', 'session'])
  expect([...told]).toEqual([
    ['facilitator', 'room,session,disk'],
    ['participant', 'room,session'],
  ])
  shortages.takeWord(line, [])
  expect([...told.values()]).toEqual(['session', 'session'])
})

test('whoever comes hears it where something is short, and nothing where all is well', () => {
  const well = room([], false)
  well.shortages.greet(well.leader)
  expect(well.told.size).toBe(0)
  const low = room([], true)
  low.shortages.greet(low.leader)
  low.shortages.greet(low.participant)
  expect([...low.told]).toEqual([['facilitator', 'disk']])
})

test('the same word twice is told once', () => {
  const { shortages, told, line } = room([], false)
  shortages.takeWord(line, ['room'])
  told.clear()
  shortages.takeWord(line, ['room'])
  expect(told.size).toBe(0)
})
