// A file that was damaged on its way opens as far as it is sound, and says what is missing; a workshop that is damaged
// on the disk is saved as far as it is sound, and the program says which page is not in the file.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { ClassicLevel } from 'classic-level'
import { unzipSync, zipSync } from 'fflate'
import { startDeskProgram, type RunningDesk } from './desk'
import { createWorkshop, expectNote, expectSaved, goHome, goToPage, writeNote } from './people'

let desk: RunningDesk
test.beforeEach(async () => {
  desk = await startDeskProgram()
})
test.afterEach(async () => desk.end())

async function saveAsFile(page: Page, path: string): Promise<void> {
  await page.getByRole('button', { name: 'Mer om Byns kök' }).first().click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Spara som fil' }).click()
  await (await downloading).saveAs(path)
}

test('saved as a file, damaged, opened again: the sound page is there and the other is named', async ({
  page,
}, info) => {
  await goHome(page, desk.address())
  await createWorkshop(page, 'Byns kök')
  await goToPage(page, 'Affärsmodell')
  await writeNote(page, 'Kanaler', 'Anslag i tvättstugan')
  const sound = join(info.outputDir, 'hel.samverk')
  await goHome(page, desk.address())
  await saveAsFile(page, sound)

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

test('a page is damaged on the disk: the file has the others, and the program says which page it lacks', async ({
  page,
}, info) => {
  await goHome(page, desk.address())
  await createWorkshop(page, 'Byns kök')
  const sessionId = /session\/([\w-]+)/.exec(page.url())![1]!
  await goToPage(page, 'Affärsmodell')
  await writeNote(page, 'Kanaler', 'Anslag i tvättstugan')
  await expectSaved(page)
  await goToPage(page, 'Uppvärmning')
  const wall = /~|([\w-]+)$/.exec(page.url())![1]!
  await desk.kill()
  const db = new ClassicLevel<string, Uint8Array>(join(desk.dataDir, 'db'), { valueEncoding: 'view' })
  await db.put(`snap!${sessionId}!page-${wall}`, new Uint8Array([1, 200, 255]))
  await db.close()
  await desk.start()

  await goHome(page, desk.address())
  const path = join(info.outputDir, 'det-som-gick.samverk')
  await saveAsFile(page, path)
  await expect(page.getByText(/utan det som är skadat på den här datorn: Sidan ”Uppvärmning”/)).toBeVisible()
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Öppna fil' }).click()
  await (await choosing).setFiles(path)
  const dialog = page.getByRole('dialog', { name: 'Allt i filen gick inte att läsa' })
  await expect(dialog.getByText('Sidan ”Uppvärmning”')).toBeVisible()
  await dialog.getByRole('button', { name: 'Fortsätt' }).click()
  await goToPage(page, 'Affärsmodell')
  await expectNote(page, 'Anslag i tvättstugan')
})
