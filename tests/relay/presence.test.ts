// Nobody can be shown as somebody else, moved or removed by somebody else.
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  connectByHand,
  connectStock,
  pause,
  readStates,
  startTestRelay,
  until,
  type HandMade,
  type Place,
  type TestRelay,
} from './harness'

let running: TestRelay
let sessionId: string
const opened: HandMade[] = []

const placeFor = async (name: string): Promise<Place & { memberId: string }> => {
  const { token, memberId } = await running.relay.sessions.mintToken(sessionId, 'participant', name)
  return { url: running.relay.url, sessionId, room: 'page-one', token, memberId }
}
const join = async (place: Place) => {
  const hand = connectByHand(place)
  opened.push(hand)
  await hand.opened
  hand.sendStep1()
  return hand
}
/** Who is here, as `hand` knows it. */
const seenBy = ({ heard }: HandMade) => {
  const seen = new Map<number, Record<string, unknown>>()
  for (const each of heard)
    if (each.kind === 'awareness')
      for (const [clientId, state] of readStates(each.bytes))
        if (state) seen.set(clientId, state)
        else seen.delete(clientId)
  return seen
}
const json = (state: unknown) => JSON.stringify(state)

beforeEach(async () => {
  running = await startTestRelay()
  sessionId = (await running.relay.sessions.create()).sessionId
})
afterEach(async () => {
  for (const { socket } of opened.splice(0)) socket.terminate()
  await running.stop()
})

test('name, role and colour are the relay’s, whatever the client says', async () => {
  const amina = await placeFor('Amina')
  const [writer, watcher] = [await join(amina), await join(await placeFor('Bo'))]
  const lie = { memberId: 'x', name: 'Ledaren', role: 'facilitator', color: 'red' }
  writer.sendAwareness([{ clientId: 11, clock: 1, json: json({ cursor: 3, user: lie }) }])
  await until(() => seenBy(watcher).has(11), 'seen')
  expect(seenBy(watcher).get(11)).toEqual({
    cursor: 3,
    user: {
      memberId: amina.memberId,
      name: 'Amina',
      role: 'participant',
      color: expect.stringMatching(/^#[0-9a-f]{6}$/),
    },
  })
  expect(seenBy(writer).size).toBe(0)
})

test('another’s id cannot be taken, moved or removed', async () => {
  const [victim, forger, watcher] = [
    await join(await placeFor('Amina')),
    await join(await placeFor('Bo')),
    await join(await placeFor('Cia')),
  ]
  victim.sendAwareness([{ clientId: 11, clock: 1, json: json({ at: 'hers' }) }])
  await until(() => seenBy(watcher).has(11), 'seen')
  forger.sendAwareness([{ clientId: 11, clock: 900, json: json({ at: 'forged' }) }])
  forger.sendAwareness([{ clientId: 11, clock: 901, json: 'null' }])
  forger.sendAwareness([
    { clientId: 12, clock: 1, json: json({ at: 'his' }) },
    { clientId: 11, clock: 902, json: 'null' },
  ])
  await until(() => seenBy(watcher).has(12), 'his own is seen')
  await pause(60)
  expect(seenBy(watcher).get(11)).toMatchObject({ at: 'hers', user: { name: 'Amina' } })

  // Nor right after she left, by sending back what was heard of her.
  victim.socket.terminate()
  await until(() => !seenBy(watcher).has(11), 'gone')
  forger.sendAwareness([{ clientId: 11, clock: 903, json: json({ at: 'ghost' }) }])
  await pause(80)
  expect(seenBy(watcher).has(11)).toBe(false)
})

test('one who leaves is gone for the others at once, and seen again when back with the same id', async () => {
  const place = await placeFor('Amina')
  const watcher = await join(await placeFor('Bo'))
  const provider = connectStock(place)
  provider.awareness.setLocalState({ cursor: 1 })
  const id = provider.doc.clientID
  await until(() => seenBy(watcher).get(id)?.cursor === 1, 'seen')
  provider.disconnect()
  await until(() => !seenBy(watcher).has(id), 'gone', 1000)
  provider.connect()
  await until(() => seenBy(watcher).has(id), 'seen again', 2000)
  provider.destroy()
})

test('one who comes back before the old socket is given up takes the id over', async () => {
  const place = await placeFor('Amina')
  const watcher = await join(await placeFor('Bo'))
  const [stale, fresh] = [await join(place), await join(place)]
  stale.sendAwareness([{ clientId: 11, clock: 5, json: json({ at: 'old' }) }])
  await until(() => seenBy(watcher).get(11)?.at === 'old', 'seen')
  fresh.sendAwareness([{ clientId: 11, clock: 5, json: json({ at: 'new' }) }])
  await until(() => seenBy(watcher).get(11)?.at === 'new', 'taken over')
  stale.socket.terminate()
  await pause(80)
  expect(seenBy(watcher).has(11)).toBe(true)
})

test('a stock client sees those who were there before it, and queries are answered', async () => {
  const first = await join(await placeFor('Amina'))
  first.sendAwareness([{ clientId: 11, clock: 1, json: json({ cursor: 1 }) }])
  const asking = await join(await placeFor('Bo'))
  await until(() => seenBy(asking).has(11), 'greeted with it')
  asking.heard.length = 0
  asking.send(new Uint8Array([3]))
  await until(() => seenBy(asking).has(11), 'answered')
  const provider = connectStock(await placeFor('Cia'))
  await until(() => provider.awareness.getStates().has(11), 'the provider has it')
  provider.destroy()
})

test('a burst leaves as few messages, each with the latest of each', async () => {
  const [writer, watcher] = [await join(await placeFor('Amina')), await join(await placeFor('Bo'))]
  await until(() => watcher.heard.some(({ kind }) => kind === 'step2'), 'in')
  watcher.heard.length = 0
  for (let clock = 1; clock <= 300; clock++)
    writer.sendAwareness([{ clientId: 11, clock, json: json({ clock }) }])
  await until(() => seenBy(watcher).get(11)?.clock === 300, 'the latest is there')
  expect(watcher.heard.filter(({ kind }) => kind === 'awareness').length).toBeLessThan(40)
})

test('what is no presence is passed over or refused, never shown', async () => {
  const [writer, watcher] = [await join(await placeFor('Amina')), await join(await placeFor('Bo'))]
  for (const [i, bad] of ['[]', '7', '"x"', '{', '', '{"a":'.repeat(2000)].entries())
    writer.sendAwareness([{ clientId: 20 + i, clock: 1, json: bad }])
  writer.sendAwareness([{ clientId: 11, clock: 1, json: json({ fine: true }) }])
  await until(() => seenBy(watcher).has(11), 'the good one is seen')
  expect([...seenBy(watcher).keys()]).toEqual([11])
  for (let i = 0; i < 20; i++) writer.sendAwareness([{ clientId: 100 + i, clock: 1, json: '{}' }])
  await pause(80)
  expect(seenBy(watcher).size).toBeLessThanOrEqual(4)
  writer.sendAwareness([{ clientId: 11, clock: 2, json: json({ big: 'x'.repeat(20_000) }) }])
  expect((await writer.closed).code).toBe(4413)
})
