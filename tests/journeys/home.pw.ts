// Putting workshops, and the pages in one, in order.
import { expect, test, type Locator, type Page } from '@playwright/test'
import { startDeskProgram, type RunningDesk } from './desk'
import { createWorkshop, expectSaved, goHome, goToPage, joinByLink, openDoor } from './people'

let desk: RunningDesk
test.beforeEach(async () => {
  desk = await startDeskProgram()
})
test.afterEach(async () => desk.end())

const card = (page: Page, title: string): Locator =>
  page.locator('[data-session]').filter({ has: page.getByRole('heading', { name: title, exact: true }) })
const fromMenu = async (page: Page, title: string, item: string) => {
  await card(page, title)
    .getByRole('button', { name: `Mer om ${title}` })
    .click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}
const shelf = (page: Page, name: string) => page.getByRole('radio', { name }).click()
const undo = (page: Page) => page.getByRole('button', { name: 'Ångra' }).last().click()

test('a workshop is found, renamed, copied, archived, deleted and put back', async ({ page }) => {
  await goHome(page, desk.address())
  await createWorkshop(page, 'Byns verkstad')
  await goHome(page, desk.address())

  await page.getByRole('searchbox', { name: 'Sök workshop, sida eller person' }).fill('verkst')
  await expect(card(page, 'Grannköket')).toBeHidden()
  await expect(card(page, 'Byns verkstad')).toBeVisible()
  await page.getByRole('searchbox').fill('finns inte')
  await expect(page.getByRole('heading', { name: 'Ingen träff' })).toBeVisible()
  await page.getByRole('searchbox').fill('')

  await fromMenu(page, 'Byns verkstad', 'Byt namn')
  const dialog = page.getByRole('dialog', { name: 'Byt namn på workshoppen' })
  await dialog.getByLabel('Namn').fill('Byns kök')
  await dialog.getByRole('button', { name: 'Byt namn' }).click()
  await expect(card(page, 'Byns kök')).toContainText('Affärsmodell')

  await fromMenu(page, 'Byns kök', 'Gör en kopia')
  await expect(card(page, 'Byns kök (kopia)')).toBeVisible()

  await fromMenu(page, 'Byns kök', 'Lägg i arkivet')
  await expect(card(page, 'Byns kök')).toBeHidden()
  await shelf(page, 'Arkiv')
  await expect(card(page, 'Byns kök')).toBeVisible()
  await undo(page)
  await expect(card(page, 'Byns kök')).toBeHidden()
  await shelf(page, 'Aktuella')

  await fromMenu(page, 'Byns kök', 'Ta bort')
  await expect(card(page, 'Byns kök')).toBeHidden()
  await undo(page)
  await expect(card(page, 'Byns kök')).toBeVisible()

  await fromMenu(page, 'Byns kök', 'Ta bort')
  await shelf(page, 'Papperskorg')
  await fromMenu(page, 'Byns kök', 'Lägg tillbaka')
  await shelf(page, 'Aktuella')
  await expect(card(page, 'Byns kök').getByRole('link')).toBeVisible()
})

test('every template is a workshop with its pages, and one of them is filled in', async ({ page }) => {
  await goHome(page, desk.address())
  await createWorkshop(page, 'Vår egen', 'filledExample')
  await expect(page.getByRole('grid', { name: 'Sidor' }).getByRole('row')).toHaveCount(4)
  await page.getByRole('button', { name: 'Så hänger det ihop' }).click()
  await expect(page.getByRole('row', { name: /Laga och servera lunch/ })).toContainText(
    /115\skr för varje när målet är nått/,
  )
  for (const [template, title] of [
    ['firstMeeting', 'Idén'],
    ['businessModelWorkshop', 'Affärsmodell'],
    ['impactAndFinancing', 'Finansieringsplan'],
  ] as const) {
    await goHome(page, desk.address())
    await createWorkshop(page, `Med ${template}`, template)
    await expect(page.getByRole('grid', { name: 'Sidor' }).getByRole('row', { name: title })).toBeVisible()
  }
})

test('pages are added, named, put in order, copied and deleted, and guests see the same list', async ({
  page,
  browser,
}) => {
  await goHome(page, desk.address())
  await createWorkshop(page, 'Byns kök', 'empty')
  await page.getByRole('button', { name: 'Lägg till sida' }).click()
  await page.getByRole('menuitem', { name: /^Affärsmodell/ }).click()
  const { link } = await openDoor(page)
  const guest = await joinByLink(browser, link, 'Amina')
  const theirs = guest.getByRole('list', { name: 'Sidor' }).getByRole('button')
  const expectPages = async (...titles: string[]) => {
    const rows = page.getByRole('grid', { name: 'Sidor' }).getByRole('row')
    await expect(rows).toContainText(titles)
    await expect(rows).toHaveCount(titles.length)
    await expect(theirs).toContainText(titles)
    await expect(theirs).toHaveCount(titles.length)
  }
  const onPage = async (title: string, item: string) => {
    await page.getByRole('button', { name: `Mer om sidan ${title}`, exact: true }).click()
    await page.getByRole('menuitem', { name: item, exact: true }).click()
  }
  const rows = page.getByRole('grid', { name: 'Sidor' }).getByRole('row')
  const [first] = await rows.allInnerTexts()
  const wall = first!.trim()
  await expectPages(wall, 'Affärsmodell')

  await page.getByRole('button', { name: 'Lägg till sida' }).click()
  await page.getByRole('menuitem', { name: /^Effektkedja/ }).click()
  await expectPages(wall, 'Affärsmodell', 'Effektkedja')
  await onPage('Effektkedja (effektlogik)', 'Byt namn')
  const dialog = page.getByRole('dialog', { name: 'Byt namn på sidan' })
  await dialog.getByLabel('Namn').fill('Vår kedja')
  await dialog.getByRole('button', { name: 'Byt namn' }).click()
  await expectPages(wall, 'Affärsmodell', 'Vår kedja')

  await onPage('Vår kedja', 'Flytta upp')
  await expectPages(wall, 'Vår kedja', 'Affärsmodell')
  await rows.nth(1).dragTo(rows.first(), { targetPosition: { x: 60, y: 2 } })
  await expectPages('Vår kedja', wall, 'Affärsmodell')

  await onPage('Affärsmodell', 'Gör en kopia')
  await expectPages('Vår kedja', wall, 'Affärsmodell', 'Affärsmodell (kopia)')
  await onPage('Affärsmodell (kopia)', 'Ta bort')
  await expectPages('Vår kedja', wall, 'Affärsmodell')
  await undo(page)
  await expectPages('Vår kedja', wall, 'Affärsmodell', 'Affärsmodell (kopia)')
  await goToPage(guest, 'Affärsmodell (kopia)')
  await expectSaved(guest)
  await onPage('Affärsmodell (kopia)', 'Ta bort')
  await expectPages('Vår kedja', wall, 'Affärsmodell')
})
