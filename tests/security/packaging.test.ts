// How the packaged app is locked. What a running app shows is in the desktop's tests.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FuseV1Options } from '@electron/fuses'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const settings = readFileSync(join(root, 'electron-builder.yml'), 'utf8')

/** electron-builder's names for the fuses. */
const nameOf: Record<keyof typeof FuseV1Options, string> = {
  RunAsNode: 'runAsNode',
  EnableCookieEncryption: 'enableCookieEncryption',
  EnableNodeOptionsEnvironmentVariable: 'enableNodeOptionsEnvironmentVariable',
  EnableNodeCliInspectArguments: 'enableNodeCliInspectArguments',
  EnableEmbeddedAsarIntegrityValidation: 'enableEmbeddedAsarIntegrityValidation',
  OnlyLoadAppFromAsar: 'onlyLoadAppFromAsar',
  LoadBrowserProcessSpecificV8Snapshot: 'loadBrowserProcessSpecificV8Snapshot',
  GrantFileProtocolExtraPrivileges: 'grantFileProtocolExtraPrivileges',
}

const stated = new Map(
  [...settings.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, name, value]) => [name!, value === 'true']),
)

test('every fuse that Electron has is stated', () => {
  const known = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)))
  expect(known.sort()).toEqual(Object.keys(nameOf).sort())
  for (const name of Object.values(nameOf)) expect(stated.has(name), name).toBe(true)
})

test('what would turn the app into a Node program is off, what seals it is on', () => {
  for (const off of [
    'runAsNode',
    'enableNodeOptionsEnvironmentVariable',
    'enableNodeCliInspectArguments',
    'grantFileProtocolExtraPrivileges',
  ])
    expect(stated.get(off), off).toBe(false)
  for (const on of ['enableCookieEncryption', 'enableEmbeddedAsarIntegrityValidation', 'onlyLoadAppFromAsar'])
    expect(stated.get(on), on).toBe(true)
})

test('Electron is pinned to one release, of a major that is still mended', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>
  }
  const version = devDependencies.electron!
  expect(version).toMatch(/^\d+\.\d+\.\d+$/)
  expect(Number(version.split('.')[0])).toBeGreaterThanOrEqual(45)
})

test('the workshop files are known to the system, and every system has its installer', () => {
  expect(settings).toMatch(/ext: samverk/)
  for (const target of ['nsis', 'dmg', 'AppImage', 'deb']) expect(settings).toContain(target)
})
