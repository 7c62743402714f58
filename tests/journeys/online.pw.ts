// A workshop shared online: a guest joins through the organisation's relay, the line is cut, both go on, and it heals.
import { expect, test } from '@playwright/test'
import { openBadLine, type BadLine } from '../uplink/badLine'
import { startDeskProgram, type RunningDesk } from './desk'
import { startHostedRelay, type HostedRelay } from './hostedRelay'
import { createWorkshop, expectNote, goHome, goToPage, joinByLink, writeNote } from './people'

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

test('shared online, cut in the middle, healed: both have everything, and each is told the truth', async ({
  browser,
  page,
}) => {
  await goHome(page, desk.address())
  await createWorkshop(page, 'Byns kök')
  await page.getByRole('button', { name: /^Delas?$/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Dela workshoppen' })
  await dialog.getByRole('tab', { name: 'Online' }).click()
  await dialog.getByLabel('Adress').fill(line.address)
  await dialog.getByLabel('Nyckel').fill(hosted.key)
  await dialog.getByRole('button', { name: 'Spara' }).click()
  await expect(dialog.getByText(/fil som bara ditt konto/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Dela online' }).click()
  const link = await dialog.locator('[data-qr]').getAttribute('data-qr')
  await expect(dialog.getByText('Sparat · når gästerna online')).toBeVisible({ timeout: 30_000 })
  await page.keyboard.press('Escape')
  await goToPage(page, 'Affärsmodell')

  // The guest has a line of their own to the organisation's relay.
  const direct = await openBadLine(line.target())
  const guest = await joinByLink(browser, link!.replace(line.address, direct.address), 'Amina')
  await goToPage(guest, 'Affärsmodell')
  await writeNote(guest, 'Kanaler', 'Anslag i tvättstugan')
  await expectNote(page, 'Anslag i tvättstugan')

  line.cut()
  await expect(page.getByText(/Ingen förbindelse med servern: sparat här/)).toBeVisible({ timeout: 30_000 })
  await writeNote(page, 'Kanaler', 'Skrivet hos ledaren')
  await writeNote(guest, 'Kanaler', 'Skrivet hos Amina')
  await expect(guest.getByText('Sparat', { exact: true }).first()).toBeVisible()
  await expect(page.locator('[data-note]').filter({ hasText: 'Skrivet hos Amina' })).toHaveCount(0)

  line.heal()
  await expectNote(page, 'Skrivet hos Amina')
  await expectNote(guest, 'Skrivet hos ledaren')
  await expect(page.getByText('Sparat · når gästerna online')).toBeVisible({ timeout: 30_000 })
  await direct.close()
})
