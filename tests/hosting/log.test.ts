// A whole workshop on a hosted relay that logs all it can: nothing in its log tells of anybody.
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { startChildRelay, type ChildRelay } from '../relay/childRelay'
import { connectByHand, oneEdit, until } from '../relay/harness'
import { ask, asMember, openSession } from './ask'
import { makePlace, type Place } from './places'

let place: Place
let relay: ChildRelay
beforeAll(async () => {
  place = await makePlace()
  relay = await startChildRelay(join(place.folder, 'data'), {
    options: ['--log-level', 'debug', '--pages', place.pages, '--limits', 'roomBytes=4000'],
  })
})
afterAll(async () => {
  await relay?.kill()
  await place?.remove()
})

const json = { 'content-type': 'application/json' }

test('no name, address, token, code or content', async () => {
  const from = '127.0.0.77'
  const leading = await openSession(relay.url, relay.key, { from })
  const path = `${relay.url}/api/sessions/${leading.sessionId}`
  const door = await ask(`${path}/door`, { method: 'POST', headers: asMember(leading.token), from })
  const code = String(door.json.code)
  const joined = await ask(`${relay.url}/api/join`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ code, name: 'Fatuma Ylva Ek' }),
    from,
  })
  const guest = { sessionId: leading.sessionId, token: String(joined.json.token) }
  const hand = connectByHand({ url: relay.url, ...guest, room: 'page-a' })
  await hand.opened
  hand.sendUpdate(oneEdit('hemligt', 'Grannköket söker pengar'))
  hand.sendAwareness([{ clientId: 7, clock: 1, json: '{"cursor":"Grannköket"}' }])
  await until(() => hand.acked() === 1, 'it is saved')

  // And all that can go wrong.
  for (const body of [
    '{',
    '{"code":"CDFGHJ","name":"Fatuma Ylva Ek"}',
    '{"secret":"hemlig länk","name":"x"}',
  ])
    await ask(`${relay.url}/api/join`, { method: 'POST', headers: json, body, from })
  await ask(`${path}/assets`, { method: 'POST', headers: asMember(guest.token), body: 'Grannköket', from })
  await ask(`${relay.url}/Grannköket?token=${guest.token}`.replace('ö', '%C3%B6'), { from })
  const fate = (hands: { closed: Promise<{ reason: string }> }) => hands.closed.then(({ reason }) => reason)
  expect(await fate(connectByHand({ url: relay.url, ...guest, token: 'fel'.repeat(9), room: 'a' }))).toBe(
    'notAdmitted',
  )
  const large = connectByHand({ url: relay.url, ...guest, room: 'page-b' })
  await large.opened
  large.sendUpdate(oneEdit('hemligt', 'Grannköket '.repeat(1000)))
  expect(await fate(large)).toBe('roomFull')
  const odd = connectByHand({ url: relay.url, ...guest, room: 'page-c' })
  await odd.opened
  odd.send(new TextEncoder().encode('Grannköket'))
  expect(await fate(odd)).toBe('malformed')
  const broken = new WebSocket(
    `${relay.url.replace('http', 'ws')}/sync/${guest.sessionId}/page-a?token=${guest.token}`,
    { localAddress: from },
  )
  await new Promise((resolve) => broken.once('open', resolve))
  broken.terminate()
  expect(await relay.stop()).toBe(0)

  const log = relay.log()
  const lines = log.trimEnd().split('\n')
  expect(lines.length).toBeGreaterThan(0)
  for (const line of lines) expect(JSON.parse(line), line).toMatchObject({ msg: expect.any(String) })
  const { secret } = /#join=(?<secret>.+)$/.exec((door.json.addresses as { url: string }[])[0]!.url)!.groups!
  const personal = [from, 'Fatuma', 'Ylva', 'Grannk', 'hemlig', 'pengar', code, secret!, 'fel'.repeat(9)]
  for (const secretOrName of [...personal, guest.token, leading.token, relay.key, 'join='])
    expect(log).not.toContain(secretOrName)
})
