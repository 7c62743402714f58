// A file that was damaged on its way opens as far as it is sound, and says what is missing.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { unzipSync, zipSync } from 'fflate'
import { startDeskProgram, type RunningDesk } from './desk'
import { createWorkshop, expectNote, goHome, goToPage, writeNote } from './people'

let desk: RunningDesk
test.beforeEach(async () => {
  desk = await startDeskProgram()
})
test.afterEach(async () => desk.end())

test('saved as a file, damaged, opened again: the sound page is there and the other is named', async ({
  page,
}, info) => {
  await goHome(page, desk.address())
  await createWorkshop(page, 'Byns kök')
  await goToPage(page, 'Affärsmodell')
  await writeNote(page, 'Kanaler', 'Anslag i tvättstugan')
  await page
    .getByRole('link', { name: 'Till dina workshoppar' })
    .or(page.getByRole('button', { name: 'Till dina workshoppar' }))
    .click()

  await page.getByRole('button', { name: 'Mer om Byns kök' }).first().click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Spara som fil' }).click()
  const sound = join(info.outputDir, 'hel.samverk')
  await (await downloading).saveAs(sound)

  const parts = unzipSync(readFileSync(sound))
  const rooms = Object.keys(parts).filter((path) => path.startsWith('rooms/page-'))
  const wall = rooms.find(
    (path) =>
      !new TextDecoder('latin1').decode(parts[path]).includes('tvättstugan') &&
      !Buffer.from(parts[path]!).includes('tvättstugan'),
  )
  if (!wall) throw new Error(`no other page among ${rooms.join(', ')}`)
  parts[wall]!.fill(0, 10)
  const damaged = join(info.outputDir, 'skadad.samverk')
  writeFileSync(damaged, zipSync(parts))

  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Öppna fil' }).click()
  await (await choosing).setFiles(damaged)
  const dialog = page.getByRole('dialog', { name: 'Allt i filen gick inte att läsa' })
  await expect(dialog).toBeVisible()
  await expect(dialog.getByText(/Sidan ”.+”/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Fortsätt' }).click()
  await goToPage(page, 'Affärsmodell')
  await expectNote(page, 'Anslag i tvättstugan')
})
