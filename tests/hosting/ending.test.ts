// How a relay ends: what is being answered is answered, everybody is told to come back, and a second signal ends at once.
import { request, type ClientRequest } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startChildRelay, type ChildRelay } from '../relay/childRelay'
import { connectByHand, oneEdit, until } from '../relay/harness'
import { ask, asMember, openSession } from './ask'
import { makePlace, type Place } from './places'

let place: Place
let relay: ChildRelay
beforeEach(async () => {
  place = await makePlace()
  relay = await startChildRelay(join(place.folder, 'data'))
})
afterEach(async () => {
  await relay.kill()
  await place.remove()
})

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A picture on its way, half of it sent. */
async function beginUpload(at: {
  sessionId: string
  token: string
}): Promise<{ sent: ClientRequest; status: Promise<number> }> {
  const sent = request(`${relay.url}/api/sessions/${at.sessionId}/assets`, {
    method: 'POST',
    headers: { ...asMember(at.token), 'content-length': png.length },
  })
  const status = new Promise<number>((resolve) => {
    sent.once('response', (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    sent.once('error', () => resolve(0))
  })
  await new Promise((resolve) => sent.write(png.subarray(0, 20), resolve))
  // Answered after it was sent: by then the relay has read what came before on this computer.
  for (let count = 0; count < 3; count++)
    await ask(`${relay.url}/api/sessions/${at.sessionId}/me`, { headers: asMember(at.token) })
  return { sent, status }
}

test('what is under way is finished, acknowledged edits are there afterwards, everybody is told, exit code 0', async () => {
  const at = await openSession(relay.url, relay.key)
  const hand = connectByHand({ url: relay.url, ...at, room: 'page-a' })
  await hand.opened
  for (let edit = 0; edit < 50; edit++) hand.sendUpdate(oneEdit(`k${edit}`, edit))
  const { sent, status } = await beginUpload(at)
  await until(() => hand.acked() > 0, 'some are acknowledged')

  const ended = relay.stop()
  expect(await hand.closed).toEqual({ code: 4501, reason: 'restarting' })
  const acked = hand.acked()
  sent.end(png.subarray(20))
  expect(await status).toBe(201)
  expect(await ended).toBe(0)

  relay = await startChildRelay(join(place.folder, 'data'))
  const again = connectByHand({ url: relay.url, ...at, room: 'page-a' })
  await again.opened
  again.sendStep1()
  await until(() => again.doc.getMap('map').size >= acked, 'all that was acknowledged is there')
  const pictures = await ask(`${relay.url}/api/sessions/${at.sessionId}/assets`, {
    headers: asMember(at.token),
  })
  expect(pictures.json).toHaveLength(1)
})

test('a request that never ends holds nobody up: the end comes in time, and with a second signal at once', async () => {
  const at = await openSession(relay.url, relay.key)
  const first = await beginUpload(at)
  expect(await relay.stop()).toBe(0)
  expect(await first.status).toBe(0)

  relay = await startChildRelay(join(place.folder, 'data'))
  const hand = connectByHand({ url: relay.url, ...at, room: 'page-a' })
  await hand.opened
  const second = await beginUpload(at)
  const ended = relay.stop()
  await hand.closed
  process.kill(relay.pid, 'SIGTERM')
  expect(await ended).toBe(1)
  expect(await second.status).toBe(0)
})
