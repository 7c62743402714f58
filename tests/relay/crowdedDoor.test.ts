// Who has a code or a link cannot fill a session with people of their own making.
import { afterEach, expect, test } from 'vitest'
import { joined, refusal } from '../../shared/relay/api'
import type { Limits } from '../../shared/relay/limits'
import { startTestRelay, type TestRelay } from './harness'

let running: TestRelay
afterEach(() => running.stop())

const start = async (limits: Partial<Limits>) => {
  running = await startTestRelay({ limits })
  const { sessionId } = await running.relay.sessions.create()
  const { code } = await running.relay.doors.open(sessionId, 'participant')
  return { sessionId, code }
}
const join = (by: { code?: string; secret?: string }) =>
  fetch(`${running.relay.url}/api/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...by, name: 'Bo' }),
  })
const refusedAs = async (answer: Response) => [answer.status, refusal.parse(await answer.json()).kind]

test('by one code so many come in within a minute; by another way in they still do', async () => {
  const { sessionId, code } = await start({ joinsPerMinute: 3 })
  for (let n = 0; n < 3; n++) joined.parse(await (await join({ code })).json())
  expect(await refusedAs(await join({ code }))).toEqual([429, 'manyJoining'])
  const invite = await running.relay.invites.add(sessionId, { role: 'participant', uses: 4 })
  if (invite === 'full') throw new Error('no invite')
  for (let n = 0; n < 3; n++) joined.parse(await (await join({ secret: invite.secret })).json())
  expect(await refusedAs(await join({ secret: invite.secret }))).toEqual([429, 'manyJoining'])
  // Who was not let in has not used the link up.
  expect((await running.relay.invites.list(sessionId))[0]!.usesLeft).toBe(1)
  // Another session is not touched.
  const other = await running.relay.sessions.create()
  const door = await running.relay.doors.open(other.sessionId, 'participant')
  joined.parse(await (await join({ code: door.code })).json())
})

test('a session has so many members, those who left among them', async () => {
  const { sessionId, code } = await start({ membersPerSession: 3 })
  const first = joined.parse(await (await join({ code })).json())
  const gone = await fetch(`${running.relay.url}/api/sessions/${sessionId}/members/${first.memberId}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${first.token}` },
  })
  expect(gone.status).toBe(204)
  joined.parse(await (await join({ code })).json())
  expect(await refusedAs(await join({ code }))).toEqual([409, 'tooManyMembers'])
})
