// A workshop shared online: a guest joins through the organisation's relay, the line is cut, both go on, and it heals.
import { expect, test, type Page } from '@playwright/test'
import { prepareAxe } from '../axe'
import { openBadLine, type BadLine } from '../uplink/badLine'
import { startDeskProgram, type RunningDesk } from './desk'
import { startHostedRelay, type HostedRelay } from './hostedRelay'
import { createWorkshop, expectNote, goHome, goToPage, joinByLink, makeLink, writeNote } from './people'

let hosted: HostedRelay
let line: BadLine
let desk: RunningDesk

test.beforeAll(async () => {
  hosted = await startHostedRelay()
  line = await openBadLine(hosted.url)
  desk = await startDeskProgram()
})
test.afterAll(async () => {
  await desk.end()
  await hosted.end()
  await line.close()
})

/** Gives the organisation's address and key, and shares the open workshop by way of it. */
async function shareOnline(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^Delas?$/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Dela workshoppen' })
  await dialog.getByRole('tab', { name: 'Online' }).click()
  const isNew = dialog.getByLabel('Adress')
  const start = dialog.getByRole('button', { name: 'Dela online' })
  await isNew.or(start).first().waitFor()
  if (await isNew.isVisible()) {
    await isNew.fill(line.address)
    await dialog.getByLabel('Nyckel').fill(hosted.key)
    await dialog.getByRole('button', { name: 'Spara' }).click()
    await expect(dialog.getByText(/fil som bara ditt konto/)).toBeVisible()
  }
  await start.click()
  const link = await dialog.locator('[data-qr]').getAttribute('data-qr')
  await expect(dialog.getByText('Sparat · når gästerna online')).toBeVisible({ timeout: 30_000 })
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  return link!
}

test('shared online, cut in the middle, healed: both have everything, and each is told the truth', async ({
  browser,
  page,
}) => {
  await goHome(page, desk.address())
  await createWorkshop(page, 'Byns kök')
  const link = await shareOnline(page)
  await goToPage(page, 'Affärsmodell')

  // The guest has a line of their own to the organisation's relay.
  const direct = await openBadLine(line.target())
  const guest = await joinByLink(browser, link.replace(line.address, direct.address), 'Amina')
  await goToPage(guest, 'Affärsmodell')
  await writeNote(guest, 'Kanaler', 'Anslag i tvättstugan')
  await expectNote(page, 'Anslag i tvättstugan')

  line.cut()
  await expect(page.getByText(/Ingen förbindelse med servern: sparat här/)).toBeVisible({ timeout: 30_000 })
  // On a tablet the sentence takes nothing from the buttons.
  const shareButton = page.getByRole('button', { name: 'Delas', exact: true })
  const size = page.viewportSize()!
  await page.setViewportSize({ width: 820, height: 1180 })
  await expect(page.getByText(/Ingen förbindelse med servern: sparat här/)).toBeInViewport({ ratio: 1 })
  await expect(shareButton).toBeInViewport({ ratio: 1 })
  await page.setViewportSize(size)
  await writeNote(page, 'Kanaler', 'Skrivet hos ledaren')
  await writeNote(guest, 'Kanaler', 'Skrivet hos Amina')
  await expect(guest.getByText('Sparat', { exact: true }).first()).toBeVisible()
  await expect(page.locator('[data-note]').filter({ hasText: 'Skrivet hos Amina' })).toHaveCount(0)

  line.heal()
  await expectNote(page, 'Skrivet hos Amina')
  await expectNote(guest, 'Skrivet hos ledaren')
  await expect(page.getByText('Når gästerna online')).toBeVisible({ timeout: 30_000 })
  await direct.close()
})

test('another facilitator opens the online workshop from home, by keyboard, with a copy of their own', async ({
  browser,
  page,
}) => {
  await goHome(page, desk.address())
  await createWorkshop(page, 'Byns verkstad')
  await shareOnline(page)
  const link = await makeLink(page, 'Medledare')
  await goToPage(page, 'Affärsmodell')
  await writeNote(page, 'Kanaler', 'Anslag i tvättstugan')

  const other = await startDeskProgram()
  try {
    const context = await browser.newContext({ locale: 'sv-SE' })
    const there = await context.newPage()
    await goHome(there, other.address())
    const opener = there.getByRole('button', { name: 'Öppna online' })
    await opener.press('Enter')
    const dialog = there.getByRole('dialog', { name: 'Öppna en workshop online' })
    await expect(dialog.getByLabel('Länk för medledare')).toBeFocused()
    const { violations } = await prepareAxe(there).include('[role=dialog]').analyze()
    expect(violations).toEqual([])
    await there.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(there.getByRole('heading', { name: 'Workshoppar', level: 1 })).toBeVisible()

    await opener.press('Enter')
    await there.keyboard.type('https://example.org/hej')
    await there.keyboard.press('Tab')
    await there.keyboard.type('Bo')
    await there.keyboard.press('Enter')
    await expect(dialog.getByText(/Det där är ingen länk till en workshop online/)).toBeVisible()
    await there.keyboard.press('Shift+Tab')
    await there.keyboard.press('ControlOrMeta+A')
    await there.keyboard.insertText(link)
    await there.keyboard.press('Enter')
    await expect(there.getByRole('heading', { name: /Byns verkstad/, level: 1 })).toBeVisible({
      timeout: 30_000,
    })
    await goToPage(there, 'Affärsmodell')
    await expectNote(there, 'Anslag i tvättstugan')
    await writeNote(there, 'Kanaler', 'Skrivet hos medledaren')
    await expectNote(page, 'Skrivet hos medledaren')

    await there.getByRole('button', { name: 'Till dina workshoppar' }).click()
    await expect(there.getByRole('link', { name: 'Byns verkstad', exact: true })).toBeVisible()
    await context.close()
  } finally {
    await other.end()
  }
})
