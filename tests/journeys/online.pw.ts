// A workshop shared online: a guest joins through the organisation's relay, the line is cut, both go on, and it heals.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { openBadLine, type BadLine } from '../uplink/badLine'
import { startDeskProgram, type RunningDesk } from './desk'
import { createWorkshop, expectNote, goHome, goToPage, joinByLink, writeNote } from './people'

const root = resolve(import.meta.dirname, '../..')
const pages = resolve(root, process.env.SAMVERKSTAD_OUT ?? 'out', 'renderer')
const data = mkdtempSync(join(tmpdir(), 'samverkstad-hosted-'))
let hosted: ChildProcess
let line: BadLine
let desk: RunningDesk

test.beforeAll(async () => {
  const args = ['--import', 'tsx', 'relay/program.ts', '--data', data, '--port', '0', '--pages', pages]
  hosted = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })
  const url = await new Promise<string>((found) => {
    let said = ''
    hosted.stdout!.on('data', (bytes: Buffer) => {
      said += bytes.toString()
      const match = /Relay at (http:\S+),/.exec(said)
      if (match) found(match[1]!)
    })
  })
  line = await openBadLine(url)
  desk = await startDeskProgram()
})
test.afterAll(async () => {
  await desk.end()
  const gone = once(hosted, 'exit')
  hosted.kill('SIGTERM')
  await gone
  await line.close()
  rmSync(data, { recursive: true, force: true })
})

test('shared online, cut in the middle, healed: both have everything, and each is told the truth', async ({
  browser,
  page,
}) => {
  await goHome(page, desk.address())
  await createWorkshop(page, 'Byns kök')
  await page.getByRole('button', { name: /^Delas?$/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Dela i rummet' })
  await dialog.getByRole('tab', { name: 'Online' }).click()
  await dialog.getByLabel('Adress').fill(line.address)
  await dialog.getByLabel('Nyckel').fill(readFileSync(join(data, 'key'), 'utf8').trim())
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
