// Somebody without a good token gets the same answer, for the same work, whether the session exists or not.
import type { IncomingMessage } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { expect, test } from 'vitest'
import type { Bearer, Members } from '../members'
import { admitLeader, admitMember, openAdmission } from './admission'

const bo: Bearer = {
  sessionId: 'session-of-bo-and-others',
  memberId: 'bo',
  name: 'Bo',
  role: 'participant',
  color: '#000000',
  joinedAt: 1,
  isUplink: false,
}

/** Asks as `authorization` says, and notes all that is asked of the members. */
async function admit(path: string, authorization: string | undefined, how: typeof admitLeader) {
  const asked: string[] = []
  const members = new Proxy({} as Members, {
    get: (_, name) => async (token: string) => {
      asked.push(String(name))
      return token === 'good' ? bo : undefined
    },
  })
  const sent: unknown[] = []
  const reply = {
    code: (status: number) => ({ send: (body: unknown) => void sent.push(status, body) }),
  } as unknown as FastifyReply
  const raw = { headers: { authorization }, socket: {} } as unknown as IncomingMessage
  const request = { params: { id: path }, raw } as unknown as FastifyRequest
  const admission = openAdmission('key', members, () => false)
  const member = await how(admission, request, reply)
  return { member, asked, sent }
}

test('every way not to be admitted looks the same from outside and inside', async () => {
  const attempts = [
    await admit(bo.sessionId, undefined, admitMember),
    await admit(bo.sessionId, 'Basic good', admitMember),
    await admit(bo.sessionId, 'Bearer wrong', admitMember),
    await admit('no-such-session-anywhere', 'Bearer wrong', admitMember),
    await admit('no-such-session-anywhere', 'Bearer good', admitMember),
    await admit('../../etc', 'Bearer good', admitMember),
    await admit('no-such-session-anywhere', 'Bearer good', admitLeader),
  ]
  for (const attempt of attempts) expect(attempt).toEqual(attempts[0])
  expect(attempts[0]).toMatchObject({
    member: undefined,
    asked: ['find'],
    sent: [401, { kind: 'notAdmitted' }],
  })
  expect((await admit(bo.sessionId, 'Bearer good', admitMember)).member).toMatchObject({ name: 'Bo' })
  expect((await admit(bo.sessionId, 'Bearer good', admitLeader)).sent).toMatchObject([403, {}])
})
