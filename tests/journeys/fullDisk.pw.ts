// The facilitator's disk fills up: they read it before it hurts, nobody can write when there is no space, and both go on
// by themselves when there is.
import { rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startDeskProgram, type RunningDesk } from './desk'
import { createWorkshop, expectNote, goHome, goToPage, joinByLink, openDoor, writeNote } from './people'

const MB = 1024 * 1024
let desk: RunningDesk
test.beforeEach(async () => {
  desk = await startDeskProgram({ diskMegabytes: 220 })
})
test.afterEach(async () => desk.end())

test('a warning in words for who leads, reading for everybody, and writing again', async ({
  browser,
  page,
}) => {
  await goHome(page, desk.address())
  await createWorkshop(page, 'Byns kök')
  await goToPage(page, 'Affärsmodell')
  const warning = page.getByRole('status').getByText(/Disken där workshoppen sparas är snart full/)
  await expect(warning).toBeVisible()
  const { link } = await openDoor(page)
  const guest = await joinByLink(browser, link, 'Amina')
  await goToPage(guest, 'Affärsmodell')
  await writeNote(guest, 'Kanaler', 'Anslag i tvättstugan')
  await expectNote(page, 'Anslag i tvättstugan')
  await expect(guest.getByText(/snart full/)).toHaveCount(0)
  await page.getByRole('button', { name: 'Jag har läst det' }).click()
  await expect(warning).toBeHidden()

  const ballast = join(desk.folder(), 'ballast')
  const { bavail, bsize } = await statfs(desk.folder())
  await writeFile(ballast, Buffer.alloc(bavail * bsize - 30 * MB))
  for (const seen of [page, guest]) {
    await expect(seen.getByText(/Disken där workshoppen sparas är full\. Du kan läsa/)).toBeVisible()
    await expectNote(seen, 'Anslag i tvättstugan')
    await expect(seen.getByRole('button', { name: 'Ny lapp i Kanaler' })).toHaveCount(0)
  }

  await rm(ballast)
  for (const seen of [page, guest])
    await expect(seen.getByRole('button', { name: 'Ny lapp i Kanaler' })).toBeVisible()
  await writeNote(guest, 'Kanaler', 'Kyrkans blad')
  await expectNote(page, 'Kyrkans blad')
  // What was read once is not said again.
  await expect(warning).toBeHidden()
})
