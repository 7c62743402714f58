// The packaged app: it starts from its archive, and its locks are really set.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { chromium, expect, test } from '@playwright/test'
import { rootFlags } from '../../scripts/electronRuntime.mjs'
import { newFolder, removeFolder } from '../electron/desktopApp'

const root = resolve(import.meta.dirname, '../..')
/** What electron-builder calls the folder of the unpacked app on this system. */
const unpacked = { linux: 'linux-unpacked', win32: 'win-unpacked' }[process.platform as 'linux' | 'win32']

test('the packaged app starts from its archive, locked', async () => {
  test.skip(unpacked === undefined, 'the unpacked app of macOS is a bundle')
  test.skip(Boolean(process.env.SAMVERKSTAD_OUT), 'packaging takes the build in out/')
  test.setTimeout(240_000)
  const folder = newFolder()
  const output = join(folder, 'dist')
  try {
    const packing = spawnSync(process.execPath, ['scripts/package.mjs', '--no-build', '--output', output], {
      cwd: root,
      encoding: 'utf8',
    })
    expect(packing.status, packing.stderr).toBe(0)
    const app = join(output, unpacked!)
    const program = join(app, process.platform === 'win32' ? 'Samverkstad.exe' : 'samverkstad')
    const resources = join(app, 'resources')
    expect(existsSync(join(resources, 'app.asar'))).toBe(true)
    expect(readdirSync(resources)).toContain('app.asar.unpacked')

    const fuses = await getCurrentFuseWire(program)
    const on = '1'.charCodeAt(0)
    const isOn = (fuse: FuseV1Options) => Number(fuses[fuse]) === on
    for (const off of [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ])
      expect(isOn(off), FuseV1Options[off]).toBe(false)
    for (const set of [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ])
      expect(isOn(set), FuseV1Options[set]).toBe(true)

    const data = join(folder, 'data')
    // Its fuses forbid Node's inspector, so it is looked at as a browser.
    const flags = [...rootFlags(), '--disable-gpu', '--remote-debugging-port=0', `--user-data-dir=${data}`]
    const child = spawn(program, flags, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
    try {
      const address = await new Promise<string>((found, lost) => {
        let heard = ''
        child.stderr.on('data', (chunk) => {
          heard += chunk
          const said = /DevTools listening on (ws:\S+)/.exec(heard)
          if (said) found(said[1]!)
        })
        child.on('exit', (code) => lost(new Error(`the packaged app ended with ${code}: ${heard}`)))
      })
      const browser = await chromium.connectOverCDP(address)
      const pages = () => browser.contexts().flatMap((context) => context.pages())
      await expect
        .poll(() =>
          pages()
            .map((page) => page.url())
            .join(),
        )
        .toContain('app://samverkstad/')
      const page = pages().find((each) => each.url().startsWith('app://samverkstad/'))!
      await expect(page.getByText('Grannköket').first()).toBeVisible({ timeout: 30_000 })
      await browser.close()
    } finally {
      const ended = new Promise((done) => child.on('exit', done))
      child.kill('SIGTERM')
      await ended
    }
  } finally {
    await removeFolder(folder)
  }
})
