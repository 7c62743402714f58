// Guests on the local network are on a page that browsers do not call secure: no clipboard, no crypto.subtle. On
// loopback, where most tests run, they would be given those; so here the door is reached by its name.
import { expect, test } from '@playwright/test'
import {
  createWorkshop,
  expectNote,
  giveName,
  goHome,
  goToPage,
  openDoor,
  writeNote,
} from '../journeys/people'
import { startMovableDesk } from './movable'
import { wifi } from './testRoom'

test('what guests do works without a secure context', async ({ page, playwright, launchOptions }) => {
  const desk = await startMovableDesk(wifi)
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), `--host-resolver-rules=MAP samverkstad.local ${wifi.address}`],
  })
  try {
    await goHome(page, desk.address)
    await createWorkshop(page, 'Byns kök')
    const { link } = await openDoor(page)
    const context = await browser.newContext({ locale: 'sv-SE' })
    const guest = await context.newPage()
    const broken: string[] = []
    guest.on('pageerror', (problem) => broken.push(problem.message))
    await guest.goto(link.replace(wifi.address, 'samverkstad.local'))
    expect(
      await guest.evaluate(() => [isSecureContext, typeof crypto.subtle, typeof navigator.clipboard]),
    ).toEqual([false, 'undefined', 'undefined'])
    await guest.getByRole('button', { name: 'Fungerar det inte?' }).click()
    await expect(guest.locator('[data-check=clock]')).toHaveAttribute('data-outcome', 'fine', {
      timeout: 30_000,
    })
    await guest.getByRole('button', { name: 'Kopiera resultatet' }).click()
    await expect(guest.getByText('Resultatet är kopierat')).toBeVisible()
    await guest.getByRole('button', { name: 'Tillbaka' }).click()
    await giveName(guest, 'Amina')
    await goToPage(guest, 'Affärsmodell')
    await writeNote(guest, 'Kanaler', 'Anslag i tvättstugan')
    await goToPage(guest, 'Uppvärmning')
    await guest.locator('.tl-container').waitFor()
    await goToPage(page, 'Affärsmodell')
    await expectNote(page, 'Anslag i tvättstugan')
    expect(broken).toEqual([])
  } finally {
    await browser.close()
    await desk.end()
  }
})
