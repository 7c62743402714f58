// `npm start -- --web`: the same app in the facilitator's own browser.
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { newFolder, removeFolder } from '../electron/desktopApp'

const root = resolve(import.meta.dirname, '../..')
const data = newFolder()
let served: ChildProcess
/** With the key in its fragment, as it is printed. */
let address: URL

test.beforeAll(async () => {
  const env = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' }
  const args = ['scripts/start.mjs', '--web', '--no-open', '--port', '0', '--data', data]
  served = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  address = await new Promise((found, lost) => {
    let heard = ''
    served.stdout!.on('data', (chunk) => {
      heard += chunk
      const said = /http:\/\/127\.0\.0\.1:\d+\/facilitator\/#key=\S+/.exec(heard)
      if (said) found(new URL(said[0]))
    })
    served.on('exit', () => lost(new Error('the app ended before it said where it is')))
  })
})
test.afterAll(async () => {
  const ended = new Promise((done) => served.on('exit', done))
  served.kill('SIGTERM')
  expect(await ended).toBe(0)
  await removeFolder(data)
})

test('with the key there are the workshops; the key leaves the address and outlives a reload', async ({
  page,
}) => {
  await page.goto(address.href)
  await expect(page.getByRole('link', { name: /Grannköket/ }).first()).toBeVisible()
  expect(page.url()).not.toContain('key')
  await page.reload()
  await expect(page.getByRole('link', { name: /Grannköket/ }).first()).toBeVisible()
})

test('without the key there is nothing to see, and the front page is for guests', async ({ page }) => {
  await page.goto(`${address.origin}/facilitator/`)
  await expect(page.getByRole('heading').first()).toBeVisible()
  await expect(page.getByText('Grannköket')).toHaveCount(0)
  await page.goto(address.origin)
  await expect(page.getByRole('textbox').first()).toBeVisible()
  expect((await fetch(`${address.origin}/api/library`)).status).toBe(401)
})

test('a copy is downloaded, and a file opened', async ({ page }) => {
  await page.goto(address.href)
  await page
    .getByRole('link', { name: /Grannköket/ })
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Mer om Grannköket' }).first().click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Spara som fil' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/Grannkoket.*\.samverk$/)
  const file = readFileSync(await download.path())
  expect(file.subarray(0, 2).toString()).toBe('PK')

  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Öppna fil' }).click()
  await (await chosen).setFiles({ name: 'Kopia.samverk', mimeType: 'application/zip', buffer: file })
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Grannköket')
})

test('an address can open a workshop at once', async ({ page }) => {
  await page.goto(`${address.href}&open=demo`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Grannköket')
})

test('language and theme are kept in the browser', async ({ page }) => {
  await page.goto(address.href)
  await page
    .getByRole('link', { name: /Grannköket/ })
    .first()
    .waitFor()
  await page.evaluate(() =>
    localStorage.setItem('samverkstad.preferences', JSON.stringify({ language: 'en', theme: 'dark' })),
  )
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', /^en/)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('the data lie where they were wanted', () => {
  expect(existsSync(join(data, 'db'))).toBe(true)
})
