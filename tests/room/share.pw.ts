// The facilitator's side: which network the phones are on, moving to another, encryption, and what to do when nobody
// gets in.
import { expect, test, type Locator, type Page } from '@playwright/test'
import { prepareAxe } from '../axe'
import {
  createWorkshop,
  expectNote,
  giveName,
  goHome,
  goToPage,
  openDoor,
  writeNote,
} from '../journeys/people'
import { startMovableDesk, type MovableDesk } from './movable'
import { ask, cable, otherWifi, wifi } from './testRoom'

// Each has a desk of its own.
test.describe.configure({ mode: 'parallel' })

let desk: MovableDesk
test.beforeEach(async ({ page }) => {
  desk = await startMovableDesk(wifi, cable)
  await goHome(page, desk.address)
  await createWorkshop(page, 'Byns kök')
})
test.afterEach(async () => desk.end())

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Dela workshoppen' })
const picture = (page: Page): Locator => dialogOf(page).locator('[data-qr]')
const hostInPicture = async (page: Page) => new URL((await picture(page).getAttribute('data-qr'))!).hostname

async function showDoor(page: Page): Promise<Locator> {
  await openDoor(page)
  await page.getByRole('button', { name: 'Delas' }).click()
  await picture(page).waitFor()
  return dialogOf(page)
}

test('two networks: chosen in words and by keyboard, everything follows, and it is remembered', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const dialog = await showDoor(page)
  const wireless = dialog.getByRole('radio', { name: /Wifi \(förslag\)/ })
  await expect(wireless).toBeChecked()
  expect(await hostInPicture(page)).toBe(wifi.address)
  await wireless.focus()
  await page.keyboard.press('ArrowUp')
  await expect(dialog.getByRole('radio', { name: /Kabel/ })).toBeChecked()
  await expect(picture(page)).toHaveAttribute('data-qr', new RegExp(`//${cable.address}:`))
  await expect(dialog.getByText(new RegExp(`^${cable.address}:\\d+$`))).toBeVisible()
  await dialog.getByRole('button', { name: 'Kopiera länken' }).click()
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain(`//${cable.address}:`)
  await expect(
    dialog.getByText('Rätt när kabeln och wifi-nätet i huset hör ihop', { exact: false }),
  ).toBeVisible()
  const { violations } = await prepareAxe(page).include('[role=dialog]').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([])

  await dialog.getByRole('button', { name: 'Stäng dörren' }).click()
  await dialog.getByRole('button', { name: 'Öppna dörren' }).click()
  await picture(page).waitFor()
  expect(await hostInPicture(page)).toBe(cable.address)
})

test('the computer moves to another wifi: the dialog says so and shows the new picture', async ({ page }) => {
  const dialog = await showDoor(page)
  desk.moveTo(otherWifi)
  await expect(dialog.getByText('Den här datorn har bytt nät', { exact: false })).toBeVisible({
    timeout: 30_000,
  })
  await expect(picture(page)).toHaveAttribute('data-qr', new RegExp(`//${otherWifi.address}:`), {
    timeout: 30_000,
  })
  await dialog.getByRole('button', { name: 'Jag har sagt till' }).click()
  await expect(dialog.getByText('Den här datorn har bytt nät', { exact: false })).toHaveCount(0)

  desk.moveTo()
  await expect(
    dialog.getByText('inte på något nät, så ingen telefon kan komma in', { exact: false }),
  ).toBeVisible({
    timeout: 30_000,
  })
  desk.moveTo(otherWifi)
  await expect(picture(page)).toHaveAttribute('data-qr', new RegExp(`//${otherWifi.address}:`), {
    timeout: 30_000,
  })
})

test('it moves while nobody looks at the dialog: a message leads to the new picture', async ({ page }) => {
  await openDoor(page)
  desk.moveTo(otherWifi)
  await page.getByRole('button', { name: 'Visa bilden' }).click({ timeout: 30_000 })
  await expect(picture(page)).toHaveAttribute('data-qr', new RegExp(`//${otherWifi.address}:`), {
    timeout: 30_000,
  })
})

test('nobody has reached this computer, then somebody has: the words change', async ({ page }) => {
  const dialog = await showDoor(page)
  await expect(dialog.getByText('Ingen telefon har nått den här datorn än')).toBeVisible({ timeout: 30_000 })
  await dialog.getByText('Fungerar det inte?').click()
  await expect(dialog.getByText('brandvägg', { exact: false }).first()).toBeVisible()
  await expect(dialog.getByText(`${wifi.address}`, { exact: false }).last()).toContainText('/#/check')
  const { origin } = new URL((await picture(page).getAttribute('data-qr'))!)
  await ask(`${origin}/healthz`, { localAddress: '127.0.0.9' })
  await expect(dialog.getByText('1 enhet har nått den här datorn')).toBeVisible({ timeout: 30_000 })
})

test('a sheet for the wall holds picture, address, name and code, and only it is printed', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '')
  })
  await page.reload()
  const dialog = await showDoor(page)
  await dialog.getByText('Fungerar det inte?').click({ timeout: 30_000 })
  await expect(dialog.getByText('samverkstad.local', { exact: false }).first()).toBeVisible({
    timeout: 30_000,
  })
  await dialog.getByRole('button', { name: 'Skriv ut ett blad' }).click()
  await expect(page.locator('html[data-printed]')).toHaveCount(1)
  await page.emulateMedia({ media: 'print' })
  const sheet = page.locator('[data-sheet]')
  await expect(sheet).toBeVisible()
  await expect(sheet.locator('[data-qr]')).toBeVisible()
  await expect(sheet).toContainText(`skriv ${wifi.address}:`)
  await expect(sheet).toContainText('samverkstad.local:')
  await expect(sheet).toContainText(/koden [A-Z]{3} [A-Z]{3}/)
  await expect(dialogOf(page)).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect(sheet).toHaveCount(0)
})

test('the picture fills the screen for the back of the room', async ({ page }) => {
  const dialog = await showDoor(page)
  await page.setViewportSize({ width: 1920, height: 1080 })
  await dialog.getByRole('button', { name: 'Fyll skärmen' }).click()
  const large = page.getByRole('dialog', { name: 'Så kommer du med' })
  const box = await large.locator('[data-qr]').boundingBox()
  expect(box!.width).toBeGreaterThan(850)
  expect(box!.height).toBeLessThanOrEqual(1080)
  await page.keyboard.press('Escape')
  await expect(large).toBeHidden()
  await expect(dialog).toBeVisible()
})

test('encrypted: the fingerprint is that of the certificate, guests write over it, and nobody is thrown out unasked', async ({
  page,
  browser,
}) => {
  const dialog = await showDoor(page)
  await expect(
    dialog.getByText('Inte krypterat: någon annan på samma nät kan läsa', { exact: false }),
  ).toBeVisible({
    timeout: 30_000,
  })
  await dialog.getByRole('switch', { name: /Kryptera/ }).focus()
  await page.keyboard.press('Space')
  await expect(picture(page)).toHaveAttribute('data-qr', /^https:/, { timeout: 30_000 })
  await dialog.getByText('Vad telefonerna visar, och fingeravtrycket').click()
  await expect(
    dialog.getByText('iPhone och iPad visar sidan men kommer inte in', { exact: false }),
  ).toBeVisible()
  const link = (await picture(page).getAttribute('data-qr'))!
  const fingerprint = await dialog.locator('[data-fingerprint]').getAttribute('data-fingerprint')
  expect((await ask(new URL(link).origin + '/')).fingerprint).toBe(fingerprint)
  await expect(dialog.locator('[data-fingerprint]')).toContainText(
    fingerprint!.slice(0, 23).replaceAll(':', ' '),
  )
  const { violations } = await prepareAxe(page).include('[role=dialog]').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])

  // A guest who has pressed "proceed"; they typed the address without https.
  const context = await browser.newContext({ locale: 'sv-SE', ignoreHTTPSErrors: true })
  const guest = await context.newPage()
  await guest.goto(link.replace('https:', 'http:'))
  await expect(guest).toHaveURL(/^https:/)
  await expect(guest.getByText('Förbindelsen är krypterad.')).toBeVisible()
  await guest.getByRole('button', { name: 'Fungerar det inte?' }).click()
  for (const name of ['reach', 'live', 'speed'])
    await expect(guest.locator(`[data-check=${name}]`)).toHaveAttribute('data-outcome', 'fine', {
      timeout: 30_000,
    })
  await expect(guest.getByRole('heading', { name: 'Är det rätt dator?' })).toBeVisible()
  await guest.getByRole('button', { name: 'Tillbaka' }).click()
  await giveName(guest, 'Amina')
  await goToPage(guest, 'Affärsmodell')
  await writeNote(guest, 'Kanaler', 'Anslag i tvättstugan')

  const iPhone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1'
  const apple = await browser.newContext({ locale: 'sv-SE', ignoreHTTPSErrors: true, userAgent: iPhone })
  const withIPhone = await apple.newPage()
  await withIPhone.goto(link)
  await expect(
    withIPhone.getByText('be den som leder att stänga av krypteringen', { exact: false }),
  ).toBeVisible()
  await apple.close()

  await dialog.getByRole('switch', { name: /Kryptera/ }).focus()
  await page.keyboard.press('Space')
  const question = page.getByRole('dialog', { name: 'Det är gäster inne' })
  await expect(question).toBeVisible()
  await question.getByRole('button', { name: 'Avbryt' }).click()
  await expect(picture(page)).toHaveAttribute('data-qr', /^https:/)
  await page.keyboard.press('Escape')
  await goToPage(page, 'Affärsmodell')
  await expectNote(page, 'Anslag i tvättstugan')
  await context.close()
})
