// Links to join with: whom they let in, how many, until when.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { invite, invited, joined } from '../../shared/relay/api'
import { roles, type Role } from '../../shared/relay/roles'
import { pause, startTestRelay } from './harness'
import { askRelay, done, expectRefused, openWorkshop, type Person, type Workshop } from './workshop'

let workshop: Workshop

beforeEach(async () => {
  workshop = await openWorkshop({ limits: { invitesPerSession: 4 } })
})
afterEach(() => workshop.end())

const make = async (wanted: { role: Role; expiresAt?: number; uses?: number }, by: Person = workshop.lead) =>
  invited.parse((await by.ask('POST', '/invites', wanted)).body)
const list = async () => invite.array().parse((await workshop.lead.ask('GET', '/invites')).body)
const join = (secret: string, name = 'Gäst') => askRelay(workshop, 'POST', '/api/join', { secret, name })

test('of fifty who use an invite for seven at the same moment, seven come in', async () => {
  const { id, secret } = await make({ role: 'participant', uses: 7 })
  const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => join(secret, `Gäst ${at}`)))
  const isIn = answers.filter(({ status }) => status === 200)
  expect(isIn).toHaveLength(7)
  for (const answer of answers) if (!isIn.includes(answer)) expectRefused(answer, 'wrongCode')
  expect(new Set(isIn.map(({ body }) => joined.parse(body).memberId)).size).toBe(7)
  expect((await list()).find((each) => each.id === id)?.usesLeft).toBe(0)
  expect(await workshop.members()).toHaveLength(8)
  // They had a secret: the others at their address may go on.
  const other = await make({ role: 'observer' })
  expect((await join(other.secret)).status).toBe(200)
})

test('an invite is good until its time, or until it is revoked; who has joined stays', async () => {
  const soon = await make({ role: 'observer', expiresAt: Date.now() + 400 })
  expect(joined.parse((await join(soon.secret)).body).role).toBe('observer')
  await pause(450)
  expectRefused(await join(soon.secret), 'wrongCode')

  const open = await make({ role: 'participant' })
  const guest = joined.parse((await join(open.secret)).body)
  expect(await workshop.lead.ask('DELETE', `/invites/${open.id}`)).toEqual(done)
  expectRefused(await join(open.secret), 'wrongCode')
  expect(await workshop.as(guest.token).me()).toMatchObject({ memberId: guest.memberId })
  expectRefused(await workshop.lead.ask('DELETE', `/invites/${open.id}`), 'notFound')
  const tooLate = { role: 'participant', expiresAt: Date.now() - 1 }
  expectRefused(await workshop.lead.ask('POST', '/invites', tooLate), 'malformed')
})

test('the list says what there is, and nothing to join with', async () => {
  const expiresAt = Date.now() + 60_000
  const made = [await make({ role: 'projector' }), await make({ role: 'participant', expiresAt, uses: 12 })]
  const listed = await list()
  expect(listed).toMatchObject([
    { id: made[0]!.id, role: 'projector', expiresAt: null, usesLeft: null },
    { id: made[1]!.id, role: 'participant', expiresAt, usesLeft: 12 },
  ])
  const { body } = await workshop.lead.ask('GET', '/invites')
  for (const { secret } of made) expect(JSON.stringify(body)).not.toContain(secret)
  for (const { id } of made) expectRefused(await join(id), 'wrongCode')
})

test('nobody invites above themselves, and only those who lead invite at all', async () => {
  const may = {
    facilitator: roles,
    coFacilitator: roles.filter((role) => role !== 'facilitator'),
    participant: [],
    observer: [],
    projector: [],
  } satisfies Record<Role, readonly Role[]>
  for (const by of roles) {
    const person = await workshop.person(by)
    for (const role of roles) {
      const answer = await person.ask('POST', '/invites', { role })
      const isAllowed = (may[by] as readonly Role[]).includes(role)
      expect([by, role, answer.status]).toEqual([by, role, isAllowed ? 201 : 403])
      if (!isAllowed) continue
      const { id, secret } = invited.parse(answer.body)
      expect(joined.parse((await join(secret)).body).role).toBe(role)
      await person.ask('DELETE', `/invites/${id}`)
    }
    const leads = by === 'facilitator' || by === 'coFacilitator'
    expect((await person.ask('GET', '/invites')).status).toBe(leads ? 200 : 403)
    if (!leads) expectRefused(await person.ask('DELETE', '/invites/x'), 'notAllowed')
  }
  for (const wanted of [{}, { role: 'boss' }, { role: 'observer', uses: 0 }, { role: 'observer', uses: 1.5 }])
    expectRefused(await workshop.lead.ask('POST', '/invites', wanted), 'malformed')
})

test('a session has so many invites; spent ones make room for new ones', async () => {
  const made = []
  for (let count = 0; count < 4; count++) made.push(await make({ role: 'participant', uses: 1 }))
  expectRefused(await workshop.lead.ask('POST', '/invites', { role: 'participant' }), 'quota')
  await join(made[2]!.secret)
  await make({ role: 'observer' })
  expect((await list()).map(({ id }) => id)).not.toContain(made[2]!.id)
  expect(await list()).toHaveLength(4)
})

test('another session’s invite cannot be revoked, and none outlives its session', async () => {
  const other = await workshop.relay.sessions.create()
  const theirs = await workshop.relay.invites.add(other.sessionId, { role: 'participant' })
  if (theirs === 'full') throw new Error('no invite')
  expectRefused(await workshop.lead.ask('DELETE', `/invites/${theirs.id}`), 'notFound')
  expect((await join(theirs.secret)).status).toBe(200)
  await workshop.relay.sessions.delete(other.sessionId)
  expectRefused(await join(theirs.secret), 'wrongCode')
})

test('uses are counted over a restart', async () => {
  const { secret } = await make({ role: 'participant', uses: 2 })
  await join(secret)
  const { dataDir } = workshop
  await workshop.relay.close()
  const again = await startTestRelay({ dataDir })
  const tries = [1, 2].map(() => askRelay(again, 'POST', '/api/join', { secret, name: 'Gäst' }))
  expect((await Promise.all(tries)).map(({ status }) => status).sort()).toEqual([200, 404])
  await again.relay.close()
})
