// What finding a member by a token reads from storage is the same whatever is wrong with the token.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLevelStorage } from './levelStorage'
import { keepMembers, type Members } from './members'
import type { Storage } from './storage'

let folder: string
let storage: Storage
let members: Members
/** The kinds of records that were read, in order: what comes before the first `!`. */
let read: string[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samverkstad-members-'))
  storage = await openLevelStorage(folder)
  read = []
  members = keepMembers({
    ...storage,
    getRecord(key) {
      read.push(key.split('!')[0]!)
      return storage.getRecord(key)
    },
    listRecords(prefix) {
      read.push(`list of ${prefix.split('!')[0]}`)
      return storage.listRecords(prefix)
    },
  })
})
afterEach(async () => {
  await storage.close()
  await rm(folder, { recursive: true, force: true })
})

test('unknown, malformed, revoked, removed and good tokens take the same reading', async () => {
  const good = await members.add('session-one-of-two', 'participant', 'Bo')
  const revoked = await members.add('session-one-of-two', 'participant', 'Cia')
  await members.revoke(revoked.token)
  const removed = await members.add('session-two-of-two', 'observer', 'Du')
  await members.remove('session-two-of-two', removed.memberId, false)
  const gone = await members.add('session-two-of-two', 'observer', 'Eva')
  await members.remove('session-two-of-two', gone.memberId, true)
  const tokens = [good, revoked, removed, gone].map(({ token }) => token)
  for (const token of [...tokens, '', 'x', 'x'.repeat(43), '!'.repeat(5000)]) {
    read = []
    const member = await members.find(token)
    expect([token, read]).toEqual([token, ['token', 'member']])
    expect(member?.name).toBe(token === good.token ? 'Bo' : undefined)
  }
})

test('a renewed token is the only one, but for the uplink’s', async () => {
  const { token, memberId } = await members.add('session-one-of-two', 'facilitator', 'Bo')
  const uplink = await members.addUplink('session-one-of-two', memberId, 'desk')
  const fresh = await members.renewToken('session-one-of-two', memberId)
  expect(await members.find(token)).toBeUndefined()
  expect(await members.find(fresh!)).toMatchObject({ memberId, isUplink: false })
  expect(await members.find(uplink)).toMatchObject({ memberId, isUplink: true })
  expect(await members.renewToken('session-one-of-two', 'nobody')).toBeUndefined()
})
