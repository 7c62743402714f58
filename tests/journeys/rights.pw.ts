// Who leads and who may what, as people see it: waiting room, locks, mutes, roles, handover, removal, a screen.
import { expect, test, type Page } from '@playwright/test'
import { prepareAxe } from '../axe'
import { startDeskProgram, type RunningDesk } from './desk'
import {
  choose,
  createWorkshop,
  expectNote,
  expectSaved,
  goHome,
  goToPage,
  joinByLink,
  makeLink,
  openDoor,
  personMenu,
  showPeople,
  writeNote,
} from './people'

// Each has a desk of its own.
test.describe.configure({ mode: 'parallel' })

let desk: RunningDesk
test.beforeEach(async ({ page }) => {
  desk = await startDeskProgram()
  await goHome(page, desk.address())
  await createWorkshop(page, 'Byns kök')
  await goToPage(page, 'Affärsmodell')
})
test.afterEach(async () => desk.end())

const newNote = (page: Page) => page.getByRole('button', { name: 'Ny lapp i Kanaler' })
/** Nothing serious is found by axe in what is shown. */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await prepareAxe(page).exclude('.tl-container').analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
}

test('newcomers wait until somebody lets them in, and are told what happens', async ({ browser, page }) => {
  const { link } = await openDoor(page)
  await page.getByRole('button', { name: /^Delas?$/ }).click()
  const sharing = page.getByRole('dialog', { name: 'Dela workshoppen' })
  await sharing.getByText('Väntrum').click()
  await expect(sharing.getByRole('switch', { name: /Väntrum/ })).toBeChecked()
  await sharing.getByRole('button', { name: 'Stäng', exact: true }).click()

  const come = async (name: string) => {
    const context = await browser.newContext({ locale: 'sv-SE' })
    const guest = await context.newPage()
    await guest.goto(link)
    await guest.getByLabel('Ditt namn').fill(name)
    await guest.getByRole('button', { name: 'Gå med' }).click()
    await expect(guest.getByRole('heading', { name: 'Du blir snart insläppt' })).toBeVisible()
    return guest
  }
  const amina = await come('Amina')
  await expectAccessible(amina)
  await expect(page.getByText('Amina väntar på att bli insläppt.')).toBeVisible()
  await expectAccessible(page)
  // A reload keeps the place.
  await amina.reload()
  await expect(amina.getByText(/Hej Amina!/)).toBeVisible()
  const bo = await come('Bo')
  await expect(page.getByText('2 personer väntar på att bli insläppta.')).toBeVisible()

  // By keyboard, from the notice to the list.
  await page.getByRole('button', { name: 'Visa vilka' }).press('Enter')
  await page.getByRole('button', { name: 'Inte nu: Bo' }).press('Enter')
  await expect(bo.getByRole('heading', { name: 'Inte just nu' })).toBeVisible()
  await page.getByRole('button', { name: 'Släpp in Amina' }).press('Enter')
  await expectSaved(amina)
  await goToPage(amina, 'Affärsmodell')
  await writeNote(amina, 'Kanaler', 'Jag är inne')
  await expectNote(page, 'Jag är inne')
  await expect(page.getByRole('region', { name: 'Väntar på att bli insläppta' })).toHaveCount(0)

  await bo.getByRole('button', { name: 'Försök igen' }).click()
  await expect(bo.getByLabel('Ditt namn')).toHaveValue('Bo')
  await bo.getByRole('button', { name: 'Gå med' }).click()
  await page.getByRole('button', { name: 'Släpp in', exact: true }).click()
  await expectSaved(bo)
})

test('a page is locked and everything is paused for those who join, and goes on again', async ({
  browser,
  page,
}) => {
  const { link } = await openDoor(page)
  const amina = await joinByLink(browser, link, 'Amina')
  await goToPage(amina, 'Affärsmodell')
  await expect(newNote(amina)).toBeVisible()

  await page.getByRole('button', { name: 'Mer om sidan Affärsmodell' }).click()
  await page.getByRole('menuitem', { name: 'Lås sidan' }).click()
  await expect(amina.getByText('Du kan läsa men inte ändra.')).toBeVisible()
  await expect(newNote(amina)).toHaveCount(0)
  await expect(amina.getByRole('button', { name: 'Affärsmodell låst' })).toBeVisible()
  await writeNote(page, 'Kanaler', 'Av den som leder')
  await expectNote(amina, 'Av den som leder')
  await page.getByRole('button', { name: 'Lås upp sidan' }).click()
  await expect(newNote(amina)).toBeVisible()

  const pause = page.getByRole('button', { name: 'Pausa för alla' })
  await pause.press('Space')
  await expect(pause).toHaveAttribute('aria-pressed', 'true')
  await expect(newNote(amina)).toHaveCount(0)
  await amina.reload()
  await expect(amina.getByText(/tagit en paus/)).toBeVisible()
  await page.getByRole('button', { name: 'Låt alla fortsätta' }).click()
  await writeNote(amina, 'Kanaler', 'Vi fortsätter')
  await expectNote(page, 'Vi fortsätter')
})

test('muted, renamed, made to lead, and removed', async ({ browser, page }) => {
  const { link } = await openDoor(page)
  const amina = await joinByLink(browser, link, 'Amina')
  await goToPage(amina, 'Affärsmodell')
  await showPeople(page)

  await choose(page, 'Amina', 'Tysta')
  await expect(amina.getByText(/har tystat dig/)).toBeVisible()
  await expect(page.getByText('Tystad: tittar men skriver inte')).toBeVisible()
  await choose(page, 'Amina', 'Låt skriva igen')
  await expect(newNote(amina)).toBeVisible()

  await choose(page, 'Amina', 'Ändra namnet')
  await page.getByRole('dialog').getByLabel('Namn').fill('Amina B')
  await page.getByRole('button', { name: 'Byt namn', exact: true }).click()
  await showPeople(amina)
  await expect(amina.getByText('Amina B')).toBeVisible()
  await amina.getByRole('button', { name: 'Vad du kan göra med dig själv' }).click()
  await amina.getByRole('menuitem', { name: 'Ändra ditt namn' }).click()
  await amina.getByRole('dialog').getByLabel('Namn').fill('Amina C')
  await amina.getByRole('button', { name: 'Byt namn', exact: true }).click()
  await expect(personMenu(page, 'Amina C')).toBeVisible()

  await choose(page, 'Amina C', 'Observatör')
  await expect(newNote(amina)).toHaveCount(0)
  await page.getByRole('region', { name: 'Meddelanden' }).getByRole('button', { name: 'Ångra' }).click()
  await expect(newNote(amina)).toBeVisible()

  await choose(page, 'Amina C', 'Ta bort ur workshoppen')
  await page.getByRole('button', { name: 'Ta bort', exact: true }).click()
  await expect(amina.getByRole('heading', { name: 'Du är inte längre med i workshoppen' })).toBeVisible()
  await expect(personMenu(page, 'Amina C')).toHaveCount(0)
  await amina.getByRole('button', { name: 'Gå med igen' }).click()
  await expect(amina.getByLabel('Ditt namn')).toBeVisible()
})

test('a guest who is made to lead can at once what those who lead can', async ({ browser, page }) => {
  const { link } = await openDoor(page)
  const amina = await joinByLink(browser, link, 'Amina')
  await choose(page, 'Amina', 'Medledare')
  await expect(amina.getByRole('button', { name: 'Lägg till sida' })).toBeVisible()
  const forObservers = await makeLink(amina, 'Observatör')
  const eva = await joinByLink(browser, forObservers, 'Eva')
  await expect(eva.getByText(/Du kan titta men inte skriva/)).toBeVisible()
  await showPeople(amina)
  await expect(personMenu(amina, 'Eva')).toBeVisible()
  await expect(personMenu(amina, 'Workshopledare')).toHaveCount(0)
})

test('the lead passes on without a reload, and back, and the workshop with it', async ({ browser, page }) => {
  const { link } = await openDoor(page)
  const amina = await joinByLink(browser, link, 'Amina')
  await goToPage(amina, 'Affärsmodell')
  await choose(page, 'Amina', 'Lämna över ledningen')
  await page.getByRole('button', { name: 'Lämna över', exact: true }).click()
  await expect(page.getByText('Amina leder.', { exact: true })).toBeVisible()
  await expect(personMenu(page, 'Amina')).toHaveCount(0)
  await writeNote(amina, 'Kanaler', 'Under ny ledning')
  await expectNote(page, 'Under ny ledning')
  // Where Amina goes, the room is.
  await goToPage(amina, 'Uppvärmning')
  await expect(page.getByText('Amina leder och är på ”Uppvärmning”.')).toBeVisible()
  await choose(amina, 'Medledare', 'Deltagare')
  await expect(page.getByRole('button', { name: /^Delas?$/ })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Lägg till sida' })).toHaveCount(0)
  await choose(amina, 'Deltagare', 'Medledare')

  // The workshop is kept on this computer: its owner need not ask.
  await page.getByRole('button', { name: 'Vad du kan göra med dig själv' }).click()
  await page.getByRole('menuitem', { name: 'Ta tillbaka ledningen' }).click()
  await expect(personMenu(page, 'Amina')).toBeVisible()
  await expectNote(page, 'Under ny ledning')
})

test('a screen in the room shows the page that the one who leads is on, and nothing else', async ({
  browser,
  page,
}) => {
  await openDoor(page)
  const link = await makeLink(page, 'Skärm i rummet')
  const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1280, height: 720 } })
  const screen = await context.newPage()
  await screen.goto(link)
  await expect(screen.getByRole('heading', { name: 'Affärsmodell', level: 1 })).toBeVisible()
  await writeNote(page, 'Kanaler', 'Synlig för alla')
  await expectNote(screen, 'Synlig för alla')
  await expect(screen.getByText('Du kan läsa men inte ändra.')).toHaveCount(0)
  await expect(screen.getByRole('button')).toHaveCount(2)
  await expectAccessible(screen)
  await goToPage(page, 'Uppvärmning')
  await expect(screen.getByRole('heading', { name: 'Uppvärmning', level: 1 })).toBeVisible()
  // It counts as nobody, and can be put out.
  await expect(page.getByRole('button', { name: '1 person är här' })).toBeVisible()
  await choose(page, 'Skärm', 'Ta bort ur workshoppen')
  await page.getByRole('button', { name: 'Ta bort', exact: true }).click()
  await expect(screen.getByRole('heading', { name: 'Du är inte längre med i workshoppen' })).toBeVisible()
})

test('a link for one role is switched off, and lets nobody in', async ({ browser, page }) => {
  await openDoor(page)
  const link = await makeLink(page, 'Deltagare')
  await page.getByRole('button', { name: /^Delas?$/ }).click()
  await page.getByRole('button', { name: 'Länkar för en roll' }).click()
  const dialog = page.getByRole('dialog', { name: 'Länkar för en roll' })
  await expectAccessible(page)
  await expect(
    dialog.getByRole('list', { name: 'Länkar som har skapats' }).getByText('Deltagare'),
  ).toBeVisible()
  await dialog.getByRole('button', { name: 'Stäng av' }).click()
  await expect(dialog.getByText('Inga än.')).toBeVisible()
  const context = await browser.newContext({ locale: 'sv-SE' })
  const guest = await context.newPage()
  await guest.goto(link)
  await guest.getByLabel('Ditt namn').fill('För sen')
  await guest.getByRole('button', { name: 'Gå med' }).click()
  await expect(guest.getByRole('alert')).toContainText('länken gammal')
})
