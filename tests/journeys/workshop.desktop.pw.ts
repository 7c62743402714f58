// The whole story: a facilitator with the desktop app, two guests in browsers, one wall, one canvas, a PDF in hand.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, expect, test, type Browser, type Page } from '@playwright/test'
import { chromiumOptions } from '../chromium'
import { newFolder, removeFolder, startDesktop, type DesktopApp } from '../electron/desktopApp'
import {
  createWorkshop,
  expectNote,
  expectSaved,
  foreign,
  giveName,
  goToPage,
  joinByLink,
  openDoor,
  openWorkshop,
  watchRequests,
  writeNote,
} from './people'

test.setTimeout(240_000)
process.env.SAMVERKSTAD_LAN_ADDRESS = '127.0.0.1'
process.env.SAMVERKSTAD_LAN_PORT = '0'

let folder: string
let desktop: DesktopApp
let browser: Browser
test.beforeEach(async () => {
  folder = newFolder()
  desktop = await startDesktop({ folder, language: 'sv' })
  browser = await chromium.launch(chromiumOptions)
})
test.afterEach(async () => {
  desktop.kill()
  await browser.close()
  await removeFolder(folder)
})

/** Puts a sticky note on the wall with the keyboard alone, and writes on it. */
async function stick(page: Page, text: string): Promise<void> {
  await page.locator('.tl-container').focus()
  await page.keyboard.press('Shift+N')
  await page.waitForFunction(() => (document.activeElement as HTMLElement).isContentEditable)
  await page.keyboard.type(text)
  await page.keyboard.press('Escape')
  await expectOnWall(page, text)
}

const expectOnWall = (page: Page, text: string) =>
  expect(page.locator('.tl-shape').filter({ hasText: text }).first()).toBeAttached({ timeout: 20_000 })

test('one workshop, from the start to the PDF in hand, and all there the next day', async () => {
  const { app, page } = desktop
  const asked = watchRequests(page.context())
  await createWorkshop(page, 'Byns kök')
  const { link, code } = await openDoor(page)

  const amina = await joinByLink(browser, link, 'Amina')
  const guests = watchRequests(amina.context())
  const boContext = await browser.newContext({ locale: 'sv-SE', viewport: { width: 390, height: 780 } })
  const bo = await boContext.newPage()
  await bo.goto(new URL(link).origin)
  await bo.getByLabel('Kod').fill(code.toLowerCase())
  await giveName(bo, 'Bo')

  await goToPage(page, 'Uppvärmning')
  await goToPage(amina, 'Uppvärmning')
  await bo.getByRole('button', { name: 'Sidor' }).click()
  await goToPage(bo, 'Uppvärmning')
  await stick(page, 'Soppa på torsdagar')
  await stick(amina, 'طبخ معاً كل أسبوع')
  await stick(bo, 'Bussen går klockan tre')
  for (const seen of [page, amina, bo])
    for (const text of ['Soppa på torsdagar', 'طبخ معاً كل أسبوع', 'Bussen går klockan tre'])
      await expectOnWall(seen, text)

  await goToPage(page, 'Affärsmodell')
  await goToPage(amina, 'Affärsmodell')
  await writeNote(page, 'Kanaler', 'Anslag i tvättstugan')
  await writeNote(amina, 'Kanaler', 'Moskéns gruppchatt')
  await bo.getByRole('button', { name: 'Sidor' }).click()
  await goToPage(bo, 'Affärsmodell')
  await bo.getByRole('button', { name: /^Kanaler/ }).click()
  await writeNote(bo, 'Kanaler', 'Bygdegårdens tavla')
  for (const text of ['Anslag i tvättstugan', 'Moskéns gruppchatt', 'Bygdegårdens tavla'])
    for (const seen of [page, amina, bo]) await expectNote(seen, text)
  for (const seen of [page, amina, bo]) await expectSaved(seen)

  const file = join(folder, 'byns-kok.pdf')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  await page.getByRole('button', { name: 'Exportera' }).click()
  const dialog = page.getByRole('dialog', { name: 'Exportera till PDF' })
  await dialog.getByText('Alla sidor', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Spara som PDF' }).click()
  await expect(page.getByText(/^Sparad som/)).toBeVisible({ timeout: 60_000 })
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  const printed = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' })
  for (const text of [
    'Soppa på torsdagar',
    'Bussen går klockan tre',
    'Moskéns gruppchatt',
    'Bygdegårdens tavla',
  ])
    expect(printed.replace(/\s+/g, ' ')).toContain(text)

  expect(foreign(asked)).toEqual([])
  expect(foreign(guests)).toEqual([])

  await page.keyboard.press('Escape')
  await desktop.quit()
  desktop = await startDesktop({ folder, language: 'sv' })
  await openWorkshop(desktop.page, 'Byns kök')
  await goToPage(desktop.page, 'Affärsmodell')
  for (const text of ['Anslag i tvättstugan', 'Moskéns gruppchatt', 'Bygdegårdens tavla'])
    await expectNote(desktop.page, text)
  await goToPage(desktop.page, 'Uppvärmning')
  for (const text of ['Soppa på torsdagar', 'طبخ معاً كل أسبوع']) await expectOnWall(desktop.page, text)
})
