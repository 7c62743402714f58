// What people in a workshop do, in words: each function is one thing that somebody does or sees.
import { expect, type Browser, type BrowserContext, type Locator, type Page } from '@playwright/test'

/** The facilitator opens the address that the program printed, and is at home. */
export async function goHome(page: Page, address: string): Promise<void> {
  // From an empty page: to one that is open already, another key would only be another fragment.
  await page.goto('about:blank')
  await page.goto(address)
  await expect(page.getByRole('heading', { name: 'Workshoppar', level: 1 })).toBeVisible()
}

export async function openWorkshop(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: title, exact: true }).click()
  await expectSaved(page)
}

export async function createWorkshop(
  page: Page,
  title: string,
  template = 'businessModelWorkshop',
): Promise<void> {
  await page.getByRole('button', { name: 'Ny workshop' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Ny workshop' })
  await dialog.getByLabel('Namn').fill(title)
  await dialog.locator(`[data-template="${template}"]`).click()
  await dialog.getByRole('button', { name: 'Skapa workshoppen' }).click()
  await expectSaved(page)
}

/** Opens the door, or looks at the open one, and gives the link that the QR code holds, and the code to type. */
export async function openDoor(page: Page): Promise<{ link: string; code: string }> {
  await page.getByRole('button', { name: /^Delas?$/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Dela workshoppen' })
  const closed = dialog.getByRole('button', { name: 'Öppna dörren' })
  const picture = dialog.locator('[data-qr]')
  await closed.or(picture).first().waitFor()
  if (await closed.isVisible()) await closed.click()
  const link = await picture.getAttribute('data-qr')
  const code = await dialog.getByLabel(/^(\S ){5}\S$/).textContent()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  if (!link || !code) throw new Error('the open door shows no link or no code')
  return { link, code }
}

/** Whoever leads makes a link for one role, and gives it. The door is open. */
export async function makeLink(page: Page, role: string): Promise<string> {
  await page.getByRole('button', { name: /^Delas?$/ }).click()
  const sharing = page.getByRole('dialog', { name: 'Dela workshoppen' })
  await sharing.getByRole('button', { name: 'Länkar för en roll' }).click()
  const dialog = page.getByRole('dialog', { name: 'Länkar för en roll' })
  await dialog.getByRole('button', { name: /För vem/ }).click()
  await page.getByRole('option', { name: new RegExp(`^${role}`) }).click()
  await dialog.getByRole('button', { name: 'Skapa en länk' }).click()
  const link = await dialog
    .getByRole('region', { name: `Länk: ${role}` })
    .locator('[data-qr]')
    .getAttribute('data-qr')
  if (!link) throw new Error('no link was made')
  for (const each of [dialog, sharing]) {
    await each.getByRole('button', { name: 'Stäng', exact: true }).click()
    await expect(each).toBeHidden()
  }
  return link
}

/** Opens the list of people, where it is not open. */
export async function showPeople(page: Page): Promise<void> {
  const list = page.getByRole('list', { name: 'Deltagare' })
  if (!(await list.isVisible()))
    await page
      .getByRole('banner')
      .getByRole('button', { name: /person(er)? är här$/ })
      .click()
  await expect(list).toBeVisible()
}

export const personMenu = (page: Page, name: string): Locator =>
  page.getByRole('button', { name: `Vad du kan göra med ${name}`, exact: true })

/** Whoever leads chooses in somebody's menu. */
export async function choose(page: Page, name: string, item: string): Promise<void> {
  await showPeople(page)
  await personMenu(page, name).click()
  await page.getByRole('menuitem', { name: item }).click()
}

/** A guest with a browser of their own follows the link and gives a name. */
export async function joinByLink(
  browser: Browser,
  link: string,
  name: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Page> {
  const context = await browser.newContext({ locale: 'sv-SE', ...options })
  const page = await context.newPage()
  await page.goto(link)
  await giveName(page, name)
  return page
}

export async function giveName(page: Page, name: string): Promise<void> {
  await page.getByLabel('Ditt namn').fill(name)
  await page.getByRole('button', { name: 'Gå med' }).click()
  await expectSaved(page)
}

export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByText('Sparat', { exact: true }).first()).toBeVisible({ timeout: 20_000 })
}

/** Chooses a page in the list: the facilitator's, which can be put in order, or the guests' plain one. */
export async function goToPage(page: Page, title: string): Promise<void> {
  const forLeader = page.getByRole('grid', { name: 'Sidor' }).getByRole('row', { name: title })
  const forGuest = page.getByRole('list', { name: 'Sidor' }).getByRole('button', { name: title })
  await forLeader.or(forGuest).first().click()
}

export const block = (page: Page, title: string): Locator =>
  page.getByRole('region', { name: title, exact: true })

/** Writes a note in a block of the business model. */
export async function writeNote(page: Page, blockTitle: string, text: string): Promise<void> {
  await page.getByRole('button', { name: `Ny lapp i ${blockTitle}` }).click()
  const field = page.getByRole('textbox', { name: `Skriv en ny lapp i ${blockTitle}` })
  await field.fill(text)
  await field.press('Enter')
  await field.press('Escape')
  await expectNote(page, text)
}

export async function expectNote(page: Page, text: string): Promise<void> {
  await expect(page.locator('[data-note]').filter({ hasText: text })).toBeVisible({ timeout: 15_000 })
}

/** Everything that a context's pages ask of any address; for "no request leaves the machine". */
export function watchRequests(context: BrowserContext): string[] {
  const asked: string[] = []
  context.on('request', (request) => asked.push(request.url()))
  context.on('page', (page) => page.on('websocket', (socket) => asked.push(socket.url())))
  return asked
}

/** Addresses that are not on this machine. */
export function foreign(asked: readonly string[]): string[] {
  return asked.filter((url) => {
    const { protocol, hostname } = new URL(url)
    return !['data:', 'blob:', 'app:'].includes(protocol) && hostname !== '127.0.0.1'
  })
}
