// The organisation's key in the running desktop app: kept as the system can, said as it is, and given to nobody again.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { startHostedRelay, type HostedRelay } from '../journeys/hostedRelay'
import { createWorkshop, openWorkshop } from '../journeys/people'
import { newFolder, removeFolder, startDesktop, type DesktopApp } from './desktopApp'

// No keyring, whatever the machine has: Chromium's basic text, which protects nothing.
const args = ['--password-store=basic']
let hosted: HostedRelay
let folder: string
let desktop: DesktopApp
/** All that the program has written to its terminal, its desk's words among them. */
let said = ''

const start = async () => {
  desktop = await startDesktop({ folder, language: 'sv', args })
  const { stdout, stderr } = desktop.app.process()
  for (const stream of [stdout, stderr]) stream?.on('data', (bytes: Buffer) => (said += bytes.toString()))
}
test.beforeAll(async () => {
  hosted = await startHostedRelay()
})
test.afterAll(() => hosted.end())
test.beforeEach(async () => {
  folder = newFolder()
  await start()
})
test.afterEach(async () => {
  desktop.kill()
  await removeFolder(folder)
})

async function showOnline(page: Page) {
  await page.getByRole('button', { name: /^Delas?$/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Dela workshoppen' })
  await dialog.getByRole('tab', { name: 'Online' }).click()
  return dialog
}

async function giveOrganisation(page: Page) {
  const dialog = await showOnline(page)
  await dialog.getByLabel('Adress').fill(hosted.url)
  await dialog.getByLabel('Nyckel').fill(hosted.key)
  await dialog.getByRole('button', { name: 'Spara' }).click()
  await expect(dialog.getByText('Server:')).toBeVisible()
  return dialog
}

/** The file it is kept in. */
const keptIn = () => {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((path) =>
    path.endsWith('organisation.json'),
  )
  if (!found) throw new Error('no organisation is kept')
  return join(folder, found)
}

/** Files of the data folder that hold the key in the clear. */
function filesWithKey(): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return paths.filter((path) => readFileSync(path).includes(hosted.key))
}

/** All that the page can still get at. */
async function withinPage(page: Page): Promise<string> {
  const { url, key } = await page.evaluate(() => window.desktop!.connection())
  const asked = await fetch(`${url}/api/online/organisation`, { headers: { authorization: `Bearer ${key}` } })
  expect(asked.status).toBe(404)
  return page.evaluate(async () =>
    JSON.stringify({
      fields: [...document.querySelectorAll('input')].map(({ value }) => value),
      markup: document.documentElement.outerHTML,
      stored: [{ ...localStorage }, { ...sessionStorage }],
      told: [
        await window.desktop!.readOrganisation(),
        await window.desktop!.readPreferences(),
        await window.desktop!.connection(),
      ],
    }),
  )
}

test('without a keyring the app says so, keeps the key for its owner alone, and shares with it after a restart', async () => {
  await createWorkshop(desktop.page, 'Byns kök')
  const dialog = await giveOrganisation(desktop.page)
  await expect(dialog.getByText(/Nyckeln är inte skyddad: datorn har ingen nyckelring/)).toBeVisible()
  expect(await desktop.page.evaluate(() => window.desktop!.readOrganisation())).toEqual({
    address: hosted.url,
    protection: 'unprotected',
  })
  expect(await withinPage(desktop.page)).not.toContain(hosted.key)
  if (process.platform !== 'win32') expect(statSync(keptIn()).mode & 0o777).toBe(0o600)
  expect(filesWithKey()).toEqual([keptIn()])

  await desktop.quit()
  await start()
  await openWorkshop(desktop.page, 'Byns kök')
  const again = await showOnline(desktop.page)
  await again.getByRole('button', { name: 'Dela online' }).click()
  await expect(again.getByText('Sparat · når gästerna online')).toBeVisible({ timeout: 30_000 })
  await again.getByRole('button', { name: 'Sluta dela online' }).click()
  await again.getByRole('button', { name: 'Byt eller ta bort' }).click()
  await expect(again.getByLabel('Nyckel')).toHaveValue('')
  expect(filesWithKey()).toEqual([])
  expect(said).not.toContain(hosted.key)
})

test('where the system can lock, the key lies locked, and what cannot be unlocked is asked for again', async () => {
  // The same locking as with a keyring, only that its secret is no secret.
  await desktop.app.evaluate(({ safeStorage }) => safeStorage.setUsePlainTextEncryption(true))
  expect(await desktop.app.evaluate(({ safeStorage }) => safeStorage.isEncryptionAvailable())).toBe(true)
  await createWorkshop(desktop.page, 'Byns kök')
  const dialog = await giveOrganisation(desktop.page)
  // It is no protection yet, and is not called one.
  await expect(dialog.getByText(/Nyckeln är inte skyddad/)).toBeVisible()
  expect(filesWithKey()).toEqual([])
  await dialog.getByRole('button', { name: 'Dela online' }).click()
  await expect(dialog.getByText('Sparat · når gästerna online')).toBeVisible({ timeout: 30_000 })
  await dialog.getByRole('button', { name: 'Sluta dela online' }).click()
  await expect(dialog.getByText('Server:')).toBeVisible()
  await desktop.page.keyboard.press('Escape')

  const kept = JSON.parse(readFileSync(keptIn(), 'utf8')) as { key: string }
  writeFileSync(
    keptIn(),
    JSON.stringify({ ...kept, key: Buffer.from('another computer’s').toString('base64') }),
  )
  const after = await showOnline(desktop.page)
  await expect(after.getByText(/Datorns nyckelring lämnar inte ut nyckeln längre/)).toBeVisible()
  await expect(after.getByRole('button', { name: 'Dela online' })).toHaveCount(0)
  await after.getByRole('button', { name: 'Byt eller ta bort' }).click()
  await expect(after.getByLabel('Nyckel')).toBeVisible()
  expect(said).not.toContain(hosted.key)
})
