import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepOrganisation } from './organisation'
import type { Vault } from './safeVault'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samverkstad-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** What the system does: whoever has not the machine's secret reads nothing. */
const vault = (change: Partial<Vault> = {}): Vault => ({
  isThere: async () => true,
  protects: () => true,
  lock: async (secret) => Buffer.from(secret).map((byte) => byte ^ 0x5a) as Buffer,
  unlock: async (locked) => Buffer.from(locked.map((byte) => byte ^ 0x5a)).toString(),
  ...change,
})
const given = { address: 'relay.example.se/', key: ' the-organisations-key ' }
const file = () => join(folder, 'organisation.json')

test('the key is locked on disk, and given to the desk alone', async () => {
  const kept = keepOrganisation(folder, vault())
  expect(await kept.read()).toBeNull()
  expect(await kept.write(given)).toEqual({ address: 'https://relay.example.se', protection: 'system' })
  expect(await readFile(file(), 'utf8')).not.toContain('the-organisations-key')
  expect((await stat(file())).mode & 0o777).toBe(0o600)
  const again = keepOrganisation(folder, vault())
  expect(await again.read()).toEqual({ address: 'https://relay.example.se', protection: 'system' })
  expect(await again.open()).toEqual({ address: 'https://relay.example.se', key: 'the-organisations-key' })
  await again.forget()
  expect(await again.open()).toBeNull()
})

test('where nothing protects it, that is said', async () => {
  const basic = keepOrganisation(folder, vault({ protects: () => false }))
  expect(await basic.write(given)).toMatchObject({ protection: 'unprotected' })
  const none = keepOrganisation(folder, vault({ isThere: async () => false }))
  expect(await none.write(given)).toMatchObject({ protection: 'unprotected' })
  expect(await none.open()).toMatchObject({ key: 'the-organisations-key' })
})

test('what is no address is not kept, and what cannot be read or unlocked counts as not there', async () => {
  const kept = keepOrganisation(folder, vault())
  expect(await kept.write({ ...given, address: 'http://relay.example.se' })).toBeNull()
  expect(await kept.read()).toBeNull()
  await kept.write(given)
  const elsewhere = keepOrganisation(folder, vault({ unlock: () => Promise.reject(new Error('not ours')) }))
  expect(await elsewhere.open()).toBeNull()
  expect(await elsewhere.read()).toEqual({ address: 'https://relay.example.se', protection: 'unreadable' })
  await writeFile(file(), '{"address":')
  expect(await kept.read()).toBeNull()
})
