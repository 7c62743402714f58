// Every screen: no serious finding of axe, nothing wider than the window, in both themes, both languages and right to left.
import { expect, test, type Locator, type Page } from '@playwright/test'
import { prepareAxe } from '../axe'
import { startDeskProgram, type RunningDesk } from './desk'
import { createWorkshop, goHome, goToPage, joinByLink, openDoor } from './people'

test.describe.configure({ mode: 'serial' })
test.setTimeout(180_000)

let desk: RunningDesk
test.beforeAll(async () => {
  desk = await startDeskProgram()
})
test.afterAll(async () => desk.end())

/** Serious and critical findings, by rule and place. tldraw's own canvas is not ours to mend; what is around it is. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await prepareAxe(page).exclude('.tl-canvas').exclude('iframe').analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
}

/** How many px the page is wider than its window. */
const tooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

/** What can be pressed or written in but lies outside the window, where nothing scrolls to it. */
const outside = (page: Page) =>
  page.evaluate(() => {
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      ((element.scrollWidth > element.clientWidth &&
        /auto|scroll/.test(getComputedStyle(element).overflowX)) ||
        scrolls(element.parentElement))
    // A drawing, with the heads of its columns, is moved under the window by hand.
    const isDrawn = (element: Element) =>
      element.closest('.tl-canvas, .tl-skip-to-main-content, .react-flow, [data-column]') !== null
    return [...document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea')]
      .filter((element) => {
        const { left, right, width, height } = element.getBoundingClientRect()
        const isSeen =
          width > 1 &&
          height > 1 &&
          element.checkVisibility({ visibilityProperty: true }) &&
          element.closest('[aria-hidden=true]') === null
        return (
          isSeen && (left < -1 || right > window.innerWidth + 1) && !isDrawn(element) && !scrolls(element)
        )
      })
      .map((element) => (element.ariaLabel ?? element.textContent ?? '').trim() || element.tagName)
  })

async function expectGoodLooks(page: Page, screen: string): Promise<void> {
  expect.soft(await findings(page), screen).toEqual([])
  await expectWithin(page, screen)
}

async function expectWithin(page: Page, screen: string): Promise<void> {
  expect.soft(await tooWide(page), `${screen}: wider than the window`).toBeLessThanOrEqual(0)
  expect.soft(await outside(page), `${screen}: outside the window`).toEqual([])
}

/** Where the words of each begin (px from the left), in a page that runs from right to left. */
const beginnings = (texts: Locator) =>
  texts.evaluateAll((all) =>
    all.map((each) => {
      const words = document.createRange()
      words.selectNodeContents(each)
      return Math.round(words.getBoundingClientRect().right)
    }),
  )

const widths = {
  desktop: { width: 1366, height: 768 },
  tablet: { width: 820, height: 1180 },
  phone: { width: 360, height: 740 },
}

/** And a small old phone, and a laptop whose page is made twice as large. */
const everyWidth = {
  ...widths,
  narrow: { width: 320, height: 640 },
  zoomed: { width: 683, height: 384 },
}

/** Preferences as somebody chose them in the settings. */
const prefer = (page: Page, preferences: { language: string; theme: string }) =>
  page.addInitScript(
    (chosen) => localStorage.setItem('samverkstad.preferences', JSON.stringify(chosen)),
    preferences,
  )

const looks = [
  ['sv', 'light'],
  ['sv', 'dark'],
  ['x-rtl', 'light'],
] as const

for (const [language, theme] of looks)
  test(`facilitator's screens (${language}, ${theme})`, async ({ page }) => {
    await prefer(page, { language, theme })
    await page.goto(desk.address())
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expect(page.locator('html')).toHaveAttribute('dir', language === 'x-rtl' ? 'rtl' : 'ltr')
    for (const [name, size] of Object.entries(widths)) {
      await page.setViewportSize(size)
      await expectGoodLooks(page, `home, ${name}`)
    }
    await page.setViewportSize(widths.desktop)
    await page.locator('[data-session] a').first().click()
    await page.getByRole('grid').first().getByRole('row').first().click()
    await page.locator('.tl-container').waitFor()
    for (const [name, size] of Object.entries(widths)) {
      await page.setViewportSize(size)
      await expectGoodLooks(page, `wall, ${name}`)
    }
  })

const canvases = [
  { canvas: 'business model', at: 1, ready: '[data-block]' },
  { canvas: 'impact chain', at: 2, ready: '.react-flow__node' },
  { canvas: 'financing plan', at: 3, ready: '[data-cell]' },
]
for (const [language, theme] of looks) {
  // Colours are the same at every width, and so is what stands in the page right to left.
  const looked = theme === 'light' && language === 'sv' ? Object.keys(everyWidth) : ['desktop', 'phone']
  const lookAtEveryWidth = async (page: Page, canvas: string) => {
    for (const [name, size] of Object.entries(everyWidth)) {
      await page.setViewportSize(size)
      if (looked.includes(name)) await expectGoodLooks(page, `${canvas}, ${name}`)
      else await expectWithin(page, `${canvas}, ${name}`)
    }
  }
  const openExample = async (page: Page) => {
    await prefer(page, { language, theme })
    await page.goto(desk.address())
    await page.locator('[data-session] a').first().click()
    await page.getByRole('grid').first().waitFor()
  }
  for (const { canvas, at, ready } of canvases)
    test(`${canvas} at every width (${language}, ${theme})`, async ({ page }) => {
      await openExample(page)
      await page.getByRole('grid').first().getByRole('row').nth(at).click()
      await page.locator('main').locator(ready).first().waitFor()
      await lookAtEveryWidth(page, canvas)
    })
  test(`thread at every width (${language}, ${theme})`, async ({ page }) => {
    await openExample(page)
    await page.goto(`${page.url().replace(/(session\/[^/]+).*/, '$1')}/~thread`)
    await page.getByRole('main').getByRole('table').first().waitFor()
    await lookAtEveryWidth(page, 'thread')
  })
}

test('right to left, names stand where the rest does, and running text where its own lines begin', async ({
  page,
}) => {
  await prefer(page, { language: 'x-rtl', theme: 'light' })
  await page.goto(desk.address())
  const card = page.locator('[data-session]').filter({ hasText: 'Grannköket' })
  await card.waitFor()
  const [title, ...below] = await beginnings(card.locator('h2, h2 + p'))
  expect(below).toEqual([title])

  await card.locator('a').click()
  const pages = page.getByRole('grid').first().getByRole('row')
  await pages.first().waitFor()
  expect(new Set(await beginnings(pages.locator('[dir=auto]'))).size).toBe(1)
  await pages.nth(3).click()
  const rows = page.locator('[data-row] [dir=auto]')
  await rows.first().waitFor()
  expect(new Set(await beginnings(rows)).size).toBe(1)

  await pages.nth(1).click()
  const note = (text: string) => page.locator('[data-note]').filter({ hasText: text }).locator('[data-text]')
  await note('Varm mat').waitFor()
  const sides = (text: string) =>
    note(text).evaluate((each) => {
      const words = document.createRange()
      words.selectNodeContents(each)
      const [within, box] = [words.getBoundingClientRect(), each.getBoundingClientRect()]
      return { left: Math.round(within.left - box.left), right: Math.round(box.right - within.right) }
    })
  expect(await sides('Varm mat')).toMatchObject({ left: 0 })
  expect(await sides('خبز')).toMatchObject({ right: 0 })
})

test('dialogs', async ({ page }) => {
  await prefer(page, { language: 'sv', theme: 'light' })
  await goHome(page, desk.address())
  await page.getByRole('button', { name: 'Ny workshop' }).first().click()
  await expectGoodLooks(page, 'new workshop')
  await page.keyboard.press('Escape')
  await page.getByText('Inställningar').first().click()
  await expectGoodLooks(page, 'settings')
  await goHome(page, desk.address())
  await createWorkshop(page, 'Byns kök')
  await openDoor(page)
  await page.getByRole('button', { name: /^Dela/ }).click()
  await expectGoodLooks(page, 'share, open')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Exportera' }).click()
  await page.getByRole('dialog', { name: 'Exportera till PDF' }).waitFor()
  await expectGoodLooks(page, 'export')
})

test("a guest's screens, from the door to the canvas", async ({ browser, page }) => {
  await goHome(page, desk.address())
  await createWorkshop(page, 'Byns gästrum')
  const { link } = await openDoor(page)
  const context = await browser.newContext({ locale: 'sv-SE', viewport: widths.phone, hasTouch: true })
  const door = await context.newPage()
  await door.goto(link)
  await door.getByLabel('Ditt namn').waitFor()
  await expectGoodLooks(door, 'join, phone')
  const guest = await joinByLink(browser, link, 'Amina', { viewport: widths.phone, hasTouch: true })
  await expectGoodLooks(guest, 'first page, phone')
  await guest.getByRole('button', { name: 'Sidor' }).click()
  await expectGoodLooks(guest, 'pages, phone')
  await goToPage(guest, 'Affärsmodell')
  await guest.getByRole('button', { name: /^Kanaler/ }).waitFor()
  await expectGoodLooks(guest, 'business model, phone')
})

test('with reduced motion the texts on a wall are as wide as without', async ({ browser }) => {
  const widthsOf = async (reducedMotion: 'reduce' | 'no-preference') => {
    const context = await browser.newContext({ reducedMotion, viewport: widths.desktop })
    const page = await context.newPage()
    await page.goto(desk.address())
    await page.locator('[data-session]').filter({ hasText: 'Grannköket' }).locator('a').click()
    await page.getByRole('grid').first().getByRole('row').first().click()
    const texts = page.locator('.tl-shape[data-shape-type=text]')
    await texts.first().waitFor()
    const found = await texts.evaluateAll((all) => all.map((each) => (each as HTMLElement).style.width))
    await context.close()
    return found
  }
  expect(await widthsOf('reduce')).toEqual(await widthsOf('no-preference'))
})
