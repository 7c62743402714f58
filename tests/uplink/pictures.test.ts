// Pictures come to the other side by the hash of their bytes, whichever side they were added on.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pngChunk, pngOf } from '../../relay/pictures/samples'
import type { Relay } from '../../relay/relay'
import { until } from '../relay/harness'
import { onlineIds, startOnline, type Online, type OnlineDesk } from './online'

let online: Online
let desk: OnlineDesk
let sessionId: string
let onlineId: string

beforeEach(async () => {
  online = await startOnline({ assetBytes: 300_000 })
  desk = await online.desk()
  sessionId = await desk.newSession()
})
afterEach(() => online.end())

const hosted = () => online.hosted.relay
const share = async () => {
  await desk.share(sessionId)
  await desk.reached(sessionId)
  ;({ onlineId } = await onlineIds(desk))
}
/** As a page adds one. */
const add = async (url: string, id: string, token: string, bytes: Buffer) => {
  const answer = await fetch(`${url}/api/sessions/${id}/assets`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  })
  return ((await answer.json()) as { sha256: string }).sha256
}
const has = async (relay: Relay, id: string, sha256: string) => (await relay.assets.get(id, sha256))?.bytes
const picture = (size: number, fill: number) => pngOf(1, 1, [pngChunk('teSt', Buffer.alloc(size, fill))])

test('pictures that were there, and those added on either side', async () => {
  const before = picture(200_000, 1)
  const stored = await desk.desk.relay.assets.put(sessionId, before)
  await share()
  expect(await has(hosted(), onlineId, (stored as { sha256: string }).sha256)).toEqual(before)

  const mine = await add(desk.desk.url, sessionId, await desk.ownToken(sessionId), picture(9000, 2))
  await until(async () => Boolean(await has(hosted(), onlineId, mine)), 'it is online', 15_000)
  const { token } = await hosted().sessions.mintToken(onlineId, 'participant', 'Eva')
  const theirs = await add(hosted().url, onlineId, token, picture(9000, 3))
  await until(async () => Boolean(await has(desk.desk.relay, sessionId, theirs)), 'it is here', 15_000)
})

test('pictures added on both sides during a cut are on both after it', async () => {
  await share()
  desk.line.cut()
  await until(async () => (await desk.state(sessionId))?.state.kind === 'cut', 'cut', 15_000)
  const mine = await add(desk.desk.url, sessionId, await desk.ownToken(sessionId), picture(50_000, 4))
  const { token } = await hosted().sessions.mintToken(onlineId, 'participant', 'Eva')
  const theirs = await add(hosted().url, onlineId, token, picture(50_000, 5))
  desk.line.heal()
  await desk.reached(sessionId)
  expect(await has(hosted(), onlineId, mine)).toEqual(picture(50_000, 4))
  expect(await has(desk.desk.relay, sessionId, theirs)).toEqual(picture(50_000, 5))
})

test('a picture that the other side does not take is told, and keeps nothing else back', async () => {
  await share()
  const token = await desk.ownToken(sessionId)
  await add(desk.desk.url, sessionId, token, picture(400_000, 6))
  const small = await add(desk.desk.url, sessionId, token, picture(8000, 7))
  await until(async () => Boolean(await has(hosted(), onlineId, small)), 'the small one is online', 15_000)
  const isHeld = async () => {
    const state = (await desk.state(sessionId))?.state
    return state?.kind === 'online' && state.held === 'tooLarge' && !state.reached
  }
  await until(isHeld, 'the large one is told of', 15_000)
})
