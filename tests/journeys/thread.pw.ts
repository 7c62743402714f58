// From need to money: a facilitator and a guest tie the canvases together and see what hangs on what.
import { expect, test, type Page } from '@playwright/test'
import { prepareAxe } from '../axe'
import { writeSessionFile } from '../../relay/library/writeSessionFile'
import { kitchen, makeKitchen } from '../fixtures/session/kitchen'
import { startDeskProgram, type RunningDesk } from './desk'
import { expectNote, expectSaved, goHome, goToPage, joinByLink, openDoor, openWorkshop } from './people'

let desk: RunningDesk
// Two people, three canvases and a look for barriers: more than one minute's work on a busy machine.
test.setTimeout(180_000)
test.beforeAll(async () => {
  desk = await startDeskProgram()
  await addToLibrary(desk)
})
test.afterAll(() => desk.end())

async function addToLibrary({ address }: RunningDesk): Promise<void> {
  const home = new URL(address())
  const file = await writeSessionFile(makeKitchen(Date.UTC(2027, 0, 10)), 0)
  const answer = await fetch(new URL('/api/library/file', home), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${home.hash.slice('#key='.length)}`,
      'content-type': 'application/octet-stream',
    },
    body: new Uint8Array(file),
  })
  expect(answer.status).toBe(201)
}

const seeThread = async (page: Page) => {
  await page.getByRole('button', { name: 'Så hänger det ihop' }).click()
  await expect(page.getByRole('heading', { name: 'Så hänger det ihop', level: 1 })).toBeVisible()
}
const pickLinks = (page: Page) => page.getByRole('dialog', { name: /^Vilka|^Vad hör/ })
const tick = (page: Page, name: string) => pickLinks(page).getByText(name, { exact: true }).click()
const finishPicking = (page: Page) => pickLinks(page).getByRole('button', { name: 'Klar' }).click()

test('what is linked on one canvas is seen on the others, by everybody, at once', async ({
  page,
  browser,
}) => {
  await goHome(page, desk.address())
  await openWorkshop(page, kitchen)
  const { link } = await openDoor(page)
  const guest = await joinByLink(browser, link, 'Greta Guest')

  await test.step('the guest sees the thread, its figures and its gaps', async () => {
    await seeThread(guest)
    const cooking = guest.getByRole('row', { name: /Laga och servera lunch/ })
    // Half of the cook's 315 408 kr, premises 48 000 kr, ingredients 15 200 kr.
    await expect(cooking.getByRole('rowheader')).toContainText(/220\s904\skr/)
    // 22 090 400 öre over 1 200 lunches; 37 860 800 öre over 3 people.
    await expect(cooking).toContainText(/184\skr för varje/)
    await expect(cooking).toContainText(/126\s203\skr för varje/)
    await expect(guest.getByRole('row', { name: /Bjuda in grannar/ })).toContainText('Ingen betalar än')
    const { violations } = await prepareAxe(guest).include('main').analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    const gaps = guest.getByRole('region', { name: 'Det här saknas' })
    await expect(gaps).toContainText('Luncher till gäster')
    await expect(gaps).toContainText('Försäkring')
  })

  await test.step('the facilitator links a note to its source, and follows the link there and back', async () => {
    await goToPage(page, 'Affärsmodell')
    await expectNote(page, 'Luncher till gäster')
    await page.getByRole('button', { name: 'Mer om lappen Luncher till gäster' }).click()
    await page.getByRole('menuitem', { name: 'Koppla till…' }).click()
    await tick(page, 'Lunchgäster')
    await finishPicking(page)
    await expectSaved(page)
    await expect(
      guest.getByRole('region', { name: 'Det här saknas' }).getByText('Luncher till gäster'),
    ).toBeHidden()
    await page.getByRole('button', { name: 'Gå till Lunchgäster på Finansieringsplan' }).click()
    await page.locator('[data-row="lunches"] button').first().click({ force: true })
    const details = page.getByRole('dialog', { name: /Lunchgäster/ })
    await details.getByRole('button', { name: 'Gå till Luncher till gäster på Affärsmodell' }).click()
    await expectNote(page, 'Luncher till gäster')
  })

  await test.step('the guest goes to a gap and mends it', async () => {
    await guest.getByRole('button', { name: 'Visa Bjuda in grannar' }).click()
    await guest.getByRole('button', { name: 'Koppla till…' }).click()
    await tick(guest, 'Försäkring')
    await finishPicking(guest)
    await expect(guest.getByRole('button', { name: 'Gå till Försäkring på Finansieringsplan' })).toBeVisible()
    await seeThread(page)
    await expect(page.getByRole('row', { name: /Bjuda in grannar/ })).toContainText(/6\s000\skr/)
  })

  await test.step('a row that is deleted leaves a mark at the other end, which can be taken away', async () => {
    await goToPage(page, 'Finansieringsplan')
    await page.locator('[data-row="insurance"] button').first().click({ force: true })
    await page
      .getByRole('dialog', { name: /Försäkring/ })
      .getByRole('button', { name: 'Ta bort raden' })
      .click()
    const mark = guest.getByRole('list', { name: 'Kopplad till' }).getByText('Finns inte längre')
    await expect(mark).toBeVisible()
    await page.getByRole('button', { name: 'Ångra' }).first().click()
    await expect(guest.getByRole('button', { name: 'Gå till Försäkring på Finansieringsplan' })).toBeVisible()
    await page.locator('[data-row="insurance"] button').first().click({ force: true })
    await page
      .getByRole('dialog', { name: /Försäkring/ })
      .getByRole('button', { name: 'Ta bort raden' })
      .click()
    await mark.waitFor()
    await guest.getByRole('button', { name: 'Ta bort kopplingen' }).click()
    await expect(mark).toBeHidden()
  })
  await guest.context().close()
})

test('a note of the wall becomes a cost with its amount, and leads back', async ({ page }) => {
  await goHome(page, desk.address())
  await openWorkshop(page, kitchen)
  await goToPage(page, 'Vägg')
  await page.getByRole('button', { name: 'Lapp', exact: true }).click()
  await page.mouse.click(700, 500)
  await page.keyboard.type('Städning 1 500 kr/kvartal')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Skicka till…' }).click()
  const dialog = page.getByRole('dialog', { name: /Skicka lappen/ })
  await dialog.getByRole('button', { name: /Arbetsyta/ }).click()
  await page.getByRole('option', { name: 'Finansieringsplan' }).click()
  await expect(dialog).toContainText(/1\s500\skr per kvartal/)
  await dialog.getByRole('button', { name: 'Fast kostnad' }).click()
  await page.getByRole('button', { name: 'Visa', exact: true }).click()
  const row = page.getByRole('row', { name: /Städning/ })
  await expect(row).toContainText(/6\s000/)
  await row.getByRole('button').first().click({ force: true })
  await page.getByRole('dialog').getByRole('button', { name: 'Från väggen' }).click()
  await expect(page.getByText('Städning 1 500 kr/kvartal').first()).toBeVisible()
})
