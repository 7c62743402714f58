import { X509Certificate } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownCertificate } from './ownCertificate'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samverkstad-certificate-'))
})
afterAll(() => rm(folder, { recursive: true }))

const day = 24 * 60 * 60 * 1000
const names = ['192.168.1.5', '10.0.0.7', 'samverkstad.local']

test('it covers every name, is short-lived, carries an EC key and says nothing about anybody', async () => {
  const { pem, fingerprint } = await ownCertificate(folder, names)
  const certificate = new X509Certificate(pem)
  expect(certificate.checkIP('192.168.1.5')).toBeDefined()
  expect(certificate.checkIP('10.0.0.7')).toBeDefined()
  expect(certificate.checkHost('samverkstad.local')).toBeDefined()
  expect(certificate.checkIP('192.168.1.6')).toBeUndefined()
  expect(certificate.subject).toBe('CN=Samverkstad')
  expect(certificate.publicKey.asymmetricKeyType).toBe('ec')
  expect(certificate.ca).toBe(false)
  expect(Date.parse(certificate.validTo) - Date.parse(certificate.validFrom)).toBeLessThan(398 * day)
  expect(fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
})

test('only its owner can read it, and nothing else is left in the folder', async () => {
  await ownCertificate(folder, names)
  expect(await readdir(folder)).toEqual(['certificate.pem'])
  const { mode } = await stat(join(folder, 'certificate.pem'))
  if (process.platform !== 'win32') expect(mode & 0o777).toBe(0o600)
})

test('it stays while it covers the names, and is made anew when it does not or is about to end', async () => {
  const first = await ownCertificate(folder, names)
  expect((await ownCertificate(folder, ['10.0.0.7'])).fingerprint).toBe(first.fingerprint)
  expect((await ownCertificate(folder, names, Date.now() + 350 * day)).fingerprint).toBe(first.fingerprint)
  const moved = await ownCertificate(folder, ['172.20.10.3', 'samverkstad.local'])
  expect(moved.fingerprint).not.toBe(first.fingerprint)
  const renewed = await ownCertificate(folder, ['172.20.10.3'], Date.now() + 365 * day)
  expect(renewed.fingerprint).not.toBe(moved.fingerprint)
})

test('a damaged one is made anew', async () => {
  const { pem } = await ownCertificate(folder, names)
  await writeFile(join(folder, 'certificate.pem'), pem.slice(0, 300))
  const { fingerprint } = await ownCertificate(folder, names)
  await writeFile(join(folder, 'certificate.pem'), pem.slice(0, pem.indexOf('-----BEGIN PRIVATE')))
  expect((await ownCertificate(folder, names)).fingerprint).not.toBe(fingerprint)
})
