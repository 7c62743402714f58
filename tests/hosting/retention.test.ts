// Sessions that nobody has changed for long: warned of, spared by a change, deleted in the end.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { oneEdit, pause, startTestRelay, type TestRelay } from '../relay/harness'
import { silentLog } from '../../relay/log'
import { startRetention, type Retention } from '../../relay/retention'

const day = 24 * 60 * 60 * 1000
let kept: TestRelay
let retention: Retention
beforeEach(async () => {
  kept = await startTestRelay()
  retention = startRetention(kept.relay, { keepDays: 90, warnDays: 14 }, silentLog())
})
afterEach(async () => {
  retention.stop()
  await kept.stop()
})

async function openSession() {
  const { relay } = kept
  const { sessionId, token } = await relay.sessions.create()
  const me = async () => {
    const answer = await fetch(`${relay.url}/api/sessions/${sessionId}/me`, {
      headers: { authorization: `Bearer ${token}` },
    })
    return (await answer.json()) as { endsAt?: number; kind?: string }
  }
  return { sessionId, me }
}

test('a session is warned of first, and deleted no earlier than it was told', async () => {
  const { me } = await openSession()
  const now = Date.now()
  await retention.sweep(now + 75 * day)
  expect((await me()).endsAt).toBeUndefined()
  await retention.sweep(now + 77 * day)
  const { endsAt } = await me()
  expect(endsAt! - now).toBeGreaterThan(89.9 * day)
  await retention.sweep(endsAt! - 1)
  expect(await me()).toMatchObject({ endsAt })
  await retention.sweep(endsAt!)
  expect(await me()).toMatchObject({ kind: 'notAdmitted' })
  expect(await kept.relay.sessions.list()).toEqual([])
})

test('after a year without the relay it is warned of all the same', async () => {
  const { me } = await openSession()
  const back = Date.now() + 365 * day
  await retention.sweep(back)
  expect((await me()).endsAt).toBe(back + 14 * day)
  await retention.sweep(back + 13 * day)
  expect((await me()).kind).toBeUndefined()
})

test('a change spares it at once, and the days count from there', async () => {
  const { sessionId, me } = await openSession()
  await pause(5)
  const ending = { markedAt: Date.now(), endsAt: Date.now() + day }
  await kept.relay.records.putRecords([{ key: `ending!${sessionId}`, value: ending }])
  expect((await me()).endsAt).toBe(ending.endsAt)
  await pause(5)
  await kept.relay.rooms.write(sessionId, 'common', oneEdit('a', 1))
  expect((await me()).endsAt).toBeUndefined()
  await retention.sweep(Date.now() + 2 * day)
  expect((await me()).kind).toBeUndefined()
})
