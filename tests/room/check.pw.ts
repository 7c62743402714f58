// "Does it not work?" from the guest's side: each thing that goes wrong in venues, and the words that help.
import { expect, test, type Locator, type Page } from '@playwright/test'
import { prepareAxe } from '../axe'
import { createWorkshop, giveName, goHome, openDoor } from '../journeys/people'
import { startGuestProxy, type GuestProxy } from './guestProxy'
import { startMovableDesk, type MovableDesk } from './movable'
import { wifi } from './testRoom'

test.describe.configure({ mode: 'serial' })

let desk: MovableDesk
let proxy: GuestProxy
/** As the QR holds it. */
let link: string

test.beforeAll(async ({ browser }) => {
  desk = await startMovableDesk(wifi)
  const page = await browser.newPage()
  await goHome(page, desk.address)
  await createWorkshop(page, 'Byns kök')
  link = (await openDoor(page)).link
  await page.close()
  proxy = await startGuestProxy(new URL(link).origin)
})
test.afterAll(async () => {
  await proxy?.close()
  await desk?.end()
})
test.beforeEach(() => proxy.setFault('none'))

const check = (page: Page, name: string): Locator => page.locator(`[data-check="${name}"]`)
const expectOutcome = (page: Page, name: string, outcome: string) =>
  expect(check(page, name)).toHaveAttribute('data-outcome', outcome, { timeout: 30_000 })
const allChecks = ['reach', 'live', 'speed', 'browser', 'storage', 'clock']

const throughProxy = () => `${proxy.url}/${new URL(link).hash}`
async function openCheck(page: Page): Promise<void> {
  await page.goto(`${proxy.url}/#/check`)
  await expect(page.getByRole('heading', { name: 'Fungerar det inte?', level: 1 })).toBeVisible()
}

test('from the page for joining by keyboard, all is well, and back again to the same invitation', async ({
  page,
}) => {
  await page.goto(throughProxy())
  await expect(page.getByText('Förbindelsen är inte krypterad')).toBeVisible()
  const way = page.getByRole('button', { name: 'Fungerar det inte?' })
  await way.focus()
  await page.keyboard.press('Enter')
  for (const name of allChecks) await expectOutcome(page, name, 'fine')
  await expect(page.getByRole('status')).toHaveText(
    'Allt fungerar på den här enheten. Gå tillbaka och gå med.',
  )
  await expect(check(page, 'speed')).toContainText(/Svar på \d+ ms, [\d,]+ Mbit\/s/)
  const { violations } = await prepareAxe(page).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([])

  await page.getByRole('button', { name: 'Tillbaka' }).press('Enter')
  await expect(page.getByLabel('Kod'), 'the invitation is still there').toHaveCount(0)
  await giveName(page, 'Amina')
})

test('something on the way stops WebSockets: the page loads, and the words say what to turn off', async ({
  page,
}) => {
  proxy.setFault('noSockets')
  await openCheck(page)
  await expectOutcome(page, 'reach', 'fine')
  await expectOutcome(page, 'live', 'blocked')
  await expect(check(page, 'live')).toContainText('något på vägen stoppar den direkta förbindelsen')
  await expect(check(page, 'live')).toContainText('Stäng av VPN')
  await expect(check(page, 'live')).toContainText('surfzon')
  await expectOutcome(page, 'speed', 'fine')
  await expect(page.getByRole('status')).toHaveText(/Så här går det inte att vara med/)

  proxy.setFault('none')
  await page.getByRole('button', { name: 'Prova igen' }).click()
  await expectOutcome(page, 'live', 'fine')
})

test('the wifi shows its login page instead', async ({ page }) => {
  proxy.setFault('loginPage')
  await openCheck(page)
  await expectOutcome(page, 'reach', 'intercepted')
  await expect(check(page, 'reach')).toContainText('logga in eller godkänn')
  await expectOutcome(page, 'live', 'notTried')
})

test('a slow network is called slow, with the figures', async ({ page }) => {
  proxy.setFault('slow')
  await openCheck(page)
  await expectOutcome(page, 'speed', 'slow')
  await expect(check(page, 'speed')).toContainText('Gå närmare wifi-routern')
  await expect(page.getByRole('status')).toHaveText(/Det går att vara med/)
})

test('a browser that keeps nothing, is too old, and has the wrong time', async ({ page }) => {
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('no', 'SecurityError')
    }
    Reflect.deleteProperty(Array.prototype, 'toSorted')
    const realNow = Date.now
    Date.now = () => realNow() + 2 * 60 * 60_000
  })
  await openCheck(page)
  await expectOutcome(page, 'storage', 'nothingKept')
  await expect(check(page, 'storage')).toContainText('privat fönster')
  await expectOutcome(page, 'browser', 'oldBrowser')
  await expect(check(page, 'browser')).toContainText('Chrome, Firefox eller Safari')
  await expectOutcome(page, 'clock', 'wrongClock')
  await expect(check(page, 'clock')).toContainText('120 minuter fel')
})

test('the result can be handed to whoever helps, and holds nothing about anybody', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openCheck(page)
  for (const name of allChecks) await expectOutcome(page, name, 'fine')
  await page.getByRole('button', { name: 'Kopiera resultatet' }).click()
  await expect(page.getByText('Resultatet är kopierat')).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('Direkt förbindelse: fungerar')
  expect(copied).not.toMatch(/join=|Byns|127\.0\.0/)
})

test('a phone that no longer reaches the computer: the page was fetched before, and says where to look', async ({
  page,
}) => {
  const own = await startGuestProxy(new URL(link).origin)
  await page.goto(`${own.url}/`)
  await page.getByLabel('Ditt namn').waitFor()
  await page.waitForLoadState('networkidle')
  await own.close()
  await page.getByRole('button', { name: 'Fungerar det inte?' }).click()
  await expectOutcome(page, 'reach', 'unreached')
  await expect(check(page, 'reach')).toContainText('samma wifi')
  await expect(check(page, 'reach')).toContainText('brandvägg')
})

test('a browser that cannot run the page says so in two languages', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${proxy.url}/`)
  await expect(page.getByText('Händer ingenting här?')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('Does nothing happen here?')).toBeVisible()
  await context.close()
})
