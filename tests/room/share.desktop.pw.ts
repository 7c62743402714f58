// The desktop app's own door: its relay runs in another process, and the page reaches it from app://.
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { newFolder, removeFolder, startDesktop, type DesktopApp } from '../electron/desktopApp'
import { createWorkshop, openDoor } from '../journeys/people'
import { ask } from './testRoom'

process.env.SAMVERKSTAD_LAN_ADDRESS = '127.0.0.1'
process.env.SAMVERKSTAD_LAN_PORT = '0'

let folder: string
let desktop: DesktopApp
test.beforeEach(async () => {
  folder = newFolder()
  desktop = await startDesktop({ folder, language: 'sv' })
})
test.afterEach(async () => {
  desktop.kill()
  await removeFolder(folder)
})

test('encrypted from the desktop app: the fingerprint it shows is the one that phones are given', async () => {
  const { page } = desktop
  await createWorkshop(page, 'Byns kök')
  await openDoor(page)
  await page.getByRole('button', { name: 'Delas' }).click()
  const dialog = page.getByRole('dialog', { name: 'Dela workshoppen' })
  await dialog.getByRole('switch', { name: /Kryptera/ }).focus({ timeout: 30_000 })
  await page.keyboard.press('Space')
  const picture = dialog.locator('[data-qr]')
  await expect(picture).toHaveAttribute('data-qr', /^https:/, { timeout: 30_000 })
  await dialog.getByText('Vad telefonerna visar, och fingeravtrycket').click()
  const fingerprint = await dialog.locator('[data-fingerprint]').getAttribute('data-fingerprint')
  const { origin } = new URL((await picture.getAttribute('data-qr'))!)
  const answer = await ask(`${origin}/`)
  expect(answer.status).toBe(200)
  expect(answer.fingerprint).toBe(fingerprint)
  const { mode } = await stat(await findCertificate(folder))
  if (process.platform !== 'win32') expect(mode & 0o777).toBe(0o600)
  await desktop.quit()
  await expect(ask(`${origin}/`)).rejects.toThrow('ECONNREFUSED')
})

async function findCertificate(within: string): Promise<string> {
  const found = (await readdir(within, { recursive: true })).find((path) => path.endsWith('certificate.pem'))
  if (!found) throw new Error('no certificate is kept')
  return join(within, found)
}
