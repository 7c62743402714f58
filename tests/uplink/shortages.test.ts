// Whoever writes at the facilitator's computer hears what the hosted relay has little left of, as those online do.
import { afterEach, expect, test } from 'vitest'
import { until, type HandMade } from '../relay/harness'
import { enter, enterToWrite, startOnline, type Online } from './online'

let online: Online | undefined
const opened: HandMade[] = []
afterEach(async () => {
  for (const { socket } of opened.splice(0)) socket.terminate()
  await online?.end()
  online = undefined
})

/** A shared session with little room online, and who is in one of its rooms at the desk. */
async function shareWithLittleRoom() {
  online = await startOnline({ roomBytes: 50_000 })
  const desk = await online.desk()
  const { url, sessions } = desk.desk.relay
  const sessionId = await desk.newSession()
  await desk.share(sessionId)
  await desk.reached(sessionId)
  const come = async (role: 'participant' | 'observer', room = 'page-one') => {
    const { token } = await sessions.mintToken(sessionId, role, 'Greta')
    const hand = await enter(url, sessionId, room, token)
    opened.push(hand)
    return hand
  }
  const { token } = await sessions.mintToken(sessionId, 'participant', 'Amina')
  const writer = await enterToWrite(url, sessionId, 'page-one', token)
  opened.push(writer)
  return { desk, sessionId, come, writer }
}

test('a page that is nearly full online is told of at the desk, also to who comes later, until it is not shared any more', async () => {
  const { desk, sessionId, come, writer } = await shareWithLittleRoom()
  const [guest, observer] = [await come('participant'), await come('observer')]
  writer.write('a', 'x'.repeat(30_000))
  await desk.reached(sessionId)
  expect(guest.shortages() ?? []).toEqual([])
  writer.write('b', 'x'.repeat(12_000))
  await until(() => guest.shortages()?.join() === 'room', 'the guest is told', 20_000)
  expect(writer.shortages()).toEqual(['room'])
  expect((await come('participant')).shortages()).toEqual(['room'])
  expect(observer.shortages()).toBeUndefined()
  // Another page has space.
  expect((await come('participant', 'page-two')).shortages() ?? []).toEqual([])

  await desk.ask('DELETE', `/api/online/sessions/${sessionId}`)
  await until(() => guest.shortages()?.length === 0, 'nothing is short where it is not shared', 20_000)
})
