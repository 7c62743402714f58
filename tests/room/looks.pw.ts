// The room's own screens in both themes and right to left, at every width: no finding of axe, nothing wider than the
// window, and everything folded open.
import { expect, test, type Page } from '@playwright/test'
import { prepareAxe } from '../axe'
import { createWorkshop, goHome, openDoor } from '../journeys/people'
import { startMovableDesk, type MovableDesk } from './movable'
import { cable, wifi } from './testRoom'

const widths = {
  desktop: { width: 1366, height: 768 },
  tablet: { width: 820, height: 1180 },
  phone: { width: 360, height: 740 },
  narrow: { width: 320, height: 640 },
}
const looks = [
  ['sv', 'light'],
  ['sv', 'dark'],
  ['x-rtl', 'light'],
] as const

let desk: MovableDesk
let link: string
test.beforeAll(async ({ browser }) => {
  desk = await startMovableDesk(wifi, cable)
  const page = await browser.newPage()
  await goHome(page, desk.address)
  await createWorkshop(page, 'Byns kök')
  link = (await openDoor(page)).link
  await page.close()
})
test.afterAll(async () => desk?.end())

const prefer = (page: Page, language: string, theme: string) =>
  page.addInitScript((chosen) => localStorage.setItem('samverkstad.preferences', JSON.stringify(chosen)), {
    language,
    theme,
  })

async function expectGoodLooks(page: Page, within: string, screen: string): Promise<void> {
  for (const [name, size] of Object.entries(widths)) {
    await page.setViewportSize(size)
    const { violations } = await prepareAxe(page).include(within).analyze()
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
    )
    expect.soft(found, `${screen}, ${name}`).toEqual([])
    const excess = await page.evaluate(
      (selector) =>
        Math.max(
          document.documentElement.scrollWidth - window.innerWidth,
          ...[...document.querySelectorAll(selector)].map((each) => each.scrollWidth - each.clientWidth),
        ),
      within,
    )
    expect.soft(excess, `${screen}, ${name}: wider than its place`).toBeLessThanOrEqual(0)
  }
}

for (const [language, theme] of looks) {
  test(`guests: joining and "does it not work" (${language}, ${theme})`, async ({ page }) => {
    await prefer(page, language, theme)
    await page.goto(link)
    await page.getByRole('textbox').first().waitFor()
    await expectGoodLooks(page, 'body', 'join')
    await page.goto(`${new URL(link).origin}/#/check`)
    await expect(page.locator('[data-verdict=fine]')).toBeVisible({ timeout: 30_000 })
    await expectGoodLooks(page, 'body', 'check')
  })

  test(`the share dialog with everything open (${language}, ${theme})`, async ({ page }) => {
    await prefer(page, language, theme)
    await page.goto('about:blank')
    await page.goto(`${desk.address}&open=${await sessionOf(page)}`)
    await page
      .getByRole('button', { name: /Delas|hárëð/ })
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('[data-qr]').waitFor()
    for (const summary of await dialog.locator('summary').all()) await summary.click()
    await expectGoodLooks(page, '[role=dialog]', 'share')
  })
}

async function sessionOf(page: Page): Promise<string> {
  const { origin, hash } = new URL(desk.address)
  const key = new URLSearchParams(hash.slice(1)).get('key')!
  const answer = await page.request.get(`${origin}/api/library`, {
    headers: { authorization: `Bearer ${key}` },
  })
  const sessions = (await answer.json()) as { sessionId: string; title: string }[]
  return sessions.find(({ title }) => title === 'Byns kök')!.sessionId
}
