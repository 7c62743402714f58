// What happens to people's work when something goes away in the middle of it.
import { expect, test } from '@playwright/test'
import { startDeskProgram, type RunningDesk } from './desk'
import {
  createWorkshop,
  expectNote,
  expectSaved,
  goHome,
  goToPage,
  joinByLink,
  openDoor,
  openWorkshop,
  writeNote,
} from './people'

let desk: RunningDesk
test.beforeEach(async () => {
  desk = await startDeskProgram()
})
test.afterEach(async () => desk.end())

test('the relay is killed while a guest types: the guest goes on, and nothing is lost', async ({
  browser,
  page,
}) => {
  await goHome(page, desk.address())
  await createWorkshop(page, 'Byns kök')
  const { link } = await openDoor(page)
  await goToPage(page, 'Affärsmodell')
  const guest = await joinByLink(browser, link, 'Amina')
  await goToPage(guest, 'Affärsmodell')
  await writeNote(guest, 'Kanaler', 'Anslag i tvättstugan')
  await expectNote(page, 'Anslag i tvättstugan')

  await guest.getByRole('button', { name: 'Ny lapp i Kanaler' }).click()
  const field = guest.getByRole('textbox', { name: 'Skriv en ny lapp i Kanaler' })
  await field.pressSequentially('Vårdcentralens vänt', { delay: 10 })
  await desk.kill()
  await field.pressSequentially('rum', { delay: 10 })
  await field.press('Enter')
  await expect(guest.getByText('Ingen förbindelse', { exact: true }).first()).toBeVisible()
  await expectNote(guest, 'Vårdcentralens väntrum')

  await desk.start()
  await expectSaved(guest)
  await goHome(page, desk.address())
  await openWorkshop(page, 'Byns kök')
  await goToPage(page, 'Affärsmodell')
  await expectNote(page, 'Anslag i tvättstugan')
  await expectNote(page, 'Vårdcentralens väntrum')
})

test('a guest loses the network, goes on, reloads the page, and nothing is lost', async ({
  browser,
  page,
}) => {
  await goHome(page, desk.address())
  await createWorkshop(page, 'Byns kök')
  const { link } = await openDoor(page)
  await goToPage(page, 'Affärsmodell')
  const guest = await joinByLink(browser, link, 'Bo', { viewport: { width: 390, height: 780 } })
  await guest.getByRole('button', { name: 'Sidor' }).click()
  await goToPage(guest, 'Affärsmodell')
  await guest.getByRole('button', { name: /^Kundrelationer/ }).click()

  await guest.context().setOffline(true)
  await expect(guest.getByText('Ingen förbindelse', { exact: true }).first()).toBeVisible()
  await writeNote(guest, 'Kundrelationer', 'Vi ringer på och frågar')
  await expect(guest.getByText(/1 ändring finns kvar här|\d+ ändringar finns kvar här/)).toBeVisible()
  await expect(page.locator('[data-note]').filter({ hasText: 'Vi ringer på' })).toHaveCount(0)

  await guest.context().setOffline(false)
  await guest.reload()
  await expectSaved(guest)
  await expectNote(page, 'Vi ringer på och frågar')
  await guest.getByRole('button', { name: 'Lämna' }).first().click()
  await expect(guest.getByText('Du har lämnat workshoppen')).toBeVisible()
  const kept = await guest.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('samverkstad')
        opening.onsuccess = () => {
          const counting = opening.result.transaction('changes').objectStore('changes').count()
          counting.onsuccess = () => resolve(counting.result)
        }
      }),
  )
  expect(kept).toBe(0)
})
