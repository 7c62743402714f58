import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fileNameFor, saveProblem, saveWhole } from './saveWhole'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'save-'))))
afterEach(() => {
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true })
})

test('the file is there, whole, and nothing beside it', async () => {
  const path = join(folder, 'Grannköket.samverk')
  writeFileSync(path, 'the one before')
  await saveWhole(path, new TextEncoder().encode('all of it'))
  expect(readFileSync(path, 'utf8')).toBe('all of it')
  expect(readdirSync(folder)).toEqual(['Grannköket.samverk'])
})

test('when it cannot be put in place, what was there stays and nothing is left behind', async () => {
  const path = join(folder, 'a.samverk')
  mkdirSync(path)
  await expect(saveWhole(path, new Uint8Array(10))).rejects.toThrow()
  expect(readdirSync(folder)).toEqual(['a.samverk'])
})

test('a folder that is not there is a refusal, not a crash', async () => {
  await expect(saveWhole(join(folder, 'gone/a.samverk'), new Uint8Array(1))).rejects.toThrow()
})

test('the file system’s words become ours', () => {
  const broken = (code: string) => Object.assign(new Error(code), { code })
  expect(saveProblem(broken('ENOSPC'))).toBe('diskFull')
  expect(saveProblem(broken('EDQUOT'))).toBe('diskFull')
  expect(saveProblem(broken('EACCES'))).toBe('notAllowed')
  expect(saveProblem(broken('EROFS'))).toBe('notAllowed')
  expect(saveProblem(broken('EIO'))).toBe('failed')
  expect(saveProblem(undefined)).toBe('failed')
})

test.each([
  ['Grannköket', 'Grannköket.samverk'],
  ['Grannköket.samverk', 'Grannköket.samverk'],
  ['../../etc/passwd', 'etc passwd.samverk'],
  ['C:\\Windows\\x', 'C Windows x.samverk'],
  ['  .hidden. ', 'hidden.samverk'],
  ['a\u0000b\nc', 'a b c.samverk'],
  ['???', 'Samverkstad.samverk'],
  ['مطبخ الجيران', 'مطبخ الجيران.samverk'],
])('%j is proposed as %j', (proposed, name) => expect(fileNameFor(proposed, '.samverk')).toBe(name))

test('a very long name is cut', () => {
  expect(fileNameFor('å'.repeat(200), '.pdf').length).toBeLessThanOrEqual(124)
})
